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
 * @param graceUntilSecond the second a call that runs out of funds may reach for free; 0 for no grace
 * @param gracesPerDay how many calls of one member a day (UTC) may use that
 * @param tokenValue what one token stands for, minor units
 */
@Schema(name = "PriceForm", example = """
        {"feeBasisPoints": 1500, "graceUntilSecond": 60, "gracesPerDay": 1, "tokenValue": 10}""")
public record PriceForm(Integer feeBasisPoints, Long graceUntilSecond, Integer gracesPerDay, Long tokenValue) {
    /** All as in the list in force. */
    public static final PriceForm AS_IN_FORCE = new PriceForm(null, null, null, null);

    /** These prices, beside those of the list in force. */
    public PriceList over(PriceList inForce) throws Refused {
        try {
            Grace grace = inForce.grace();
            return new PriceList(
                    feeBasisPoints == null ? inForce.feeBasisPoints() : feeBasisPoints,
                    new Grace(
                            graceUntilSecond == null ? grace.untilSecond() : graceUntilSecond,
                            gracesPerDay == null ? grace.perDay() : gracesPerDay),
                    tokenValue == null ? inForce.tokenValue() : tokenValue);
        } catch (IllegalArgumentException impossible) {
            throw PriceListRefusal.PRICES_IMPOSSIBLE.at("prices", impossible.getMessage());
        }
    }
}
