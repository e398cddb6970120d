package dev.earshot.query.explain;

import dev.earshot.api.pricing.Burn;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.pricing.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was agreed before it rang, and what follows from it for every second. */
final class TermsInWords {
    private TermsInWords() {}

    /** The plan by its name, its burn order with the price of each step, the platform's part and the courtesy. */
    static List<String> of(Terms terms) {
        List<String> reasons = new ArrayList<>();
        reasons.add(
                "The plan is %s; the listener's rate is %s a minute, in the smallest units, as all amounts here: %d."
                        .formatted(
                                terms.plan(),
                                terms.ratePerMinute(),
                                terms.ratePerMinute().minor()));
        int step = 1;
        for (Burn burn : terms.burnOrder()) {
            var tariff = burn.tariff();
            reasons.add("Burns %d: %s at %d %s per %d s."
                    .formatted(step++, burn.pocket(), tariff.units(), tariff.unit(), tariff.perSeconds()));
        }
        reasons.add(payout(terms));
        reasons.add(courtesy(terms.grace()));
        return reasons;
    }

    /** Whose prices they are, by which everything below is agreed. */
    static String of(Detail.Prices list) {
        return "The price list %s, in force since %s, makes exactly the terms of this call: fee %d of 10000, a token for %d."
                .formatted(
                        list.priceListId(),
                        list.from(),
                        list.prices().feeBasisPoints(),
                        list.prices().tokenValue());
    }

    /** The one price that is rounded up, before anything is counted by it. */
    static Optional<String> tokens(Terms terms, PriceList prices) {
        long rate = terms.ratePerMinute().minor();
        return terms.burnOrder().stream()
                .filter(burn -> burn.pocket() == Pocket.TOKENS)
                .findFirst()
                .map(burn -> "A minute takes ceil(%d / %d) = %d tokens."
                        .formatted(rate, prices.tokenValue(), burn.tariff().units()));
    }

    /** The one payout of all that costs the member no money: what the same minute in cash leaves after the fee. */
    private static String payout(Terms terms) {
        long rate = terms.ratePerMinute().minor();
        return "Of money the platform keeps %d of 10000; a minute paid otherwise brings the listener"
                        .formatted(terms.feeBasisPoints())
                + " %d − floor(%d × %d / 10000) = %d."
                        .formatted(
                                rate,
                                rate,
                                terms.feeBasisPoints(),
                                terms.graceTariff().payout().amount());
    }

    private static String courtesy(Grace grace) {
        return grace.untilSecond() == 0 || grace.perDay() == 0
                ? "There is no grace under these terms."
                : "A call that runs out early may go on to second %d, free: %d of them a day (UTC)."
                        .formatted(grace.untilSecond(), grace.perDay());
    }
}
