package dev.earshot.command.price;

import dev.earshot.api.price.PriceListRefusal;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.refusal.Refused;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Prices as they are written in a request. What is left out is as in the list in force.
 *
 * @param feeBasisPoints the platform's part of what a member pays, 0 to 10 000
 * @param graceUntilSecond the second a call that runs out of funds may reach for free, at most 3 600; 0 for no grace
 * @param gracesPerDay how many calls of one member a day (UTC) may use that, at most 1 000
 * @param tokenValue what one token stands for, minor units, 1 to 1 000 000
 */
@Schema(name = "PriceForm", example = """
        {"feeBasisPoints": 1500, "graceUntilSecond": 60, "gracesPerDay": 1, "tokenValue": 10}""")
public record PriceForm(Integer feeBasisPoints, Long graceUntilSecond, Integer gracesPerDay, Long tokenValue) {
    /** All as in the list in force. */
    public static final PriceForm AS_IN_FORCE = new PriceForm(null, null, null, null);

    private static final long HOUR = 3_600;
    private static final long MOST_GRACES = 1_000;
    private static final long DEAREST_TOKEN = 1_000_000;

    /**
     * These prices, beside those of the list in force.
     *
     * @param place where they stand in the request
     */
    public PriceList over(PriceList inForce, Place place) throws Refused {
        long fee = of(place.in("feeBasisPoints"), feeBasisPoints, inForce.feeBasisPoints(), 0, PriceList.WHOLE);
        Grace grace = inForce.grace();
        long until = of(place.in("graceUntilSecond"), graceUntilSecond, grace.untilSecond(), 0, HOUR);
        long perDay = of(place.in("gracesPerDay"), gracesPerDay, grace.perDay(), 0, MOST_GRACES);
        long token = of(place.in("tokenValue"), tokenValue, inForce.tokenValue(), 1, DEAREST_TOKEN);
        return new PriceList((int) fee, new Grace(until, (int) perDay), token);
    }

    private static long of(Place place, Number wished, long inForce, long least, long most) throws Refused {
        if (wished == null) {
            return inForce;
        }
        place.within(PriceListRefusal.PRICES_IMPOSSIBLE, wished.longValue(), least, most);
        return wished.longValue();
    }
}
