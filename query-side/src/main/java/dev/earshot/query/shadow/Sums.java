package dev.earshot.query.shadow;

import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.query.lab.ShadowPrice;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What calls really came to and would have come to.
 *
 * @param calls how many settled calls
 * @param seconds of talk
 * @param charged money that members really paid, minor units
 * @param wouldCharge money that they would have paid
 * @param fee the platform's part of it
 * @param earned what listeners earned, from whatever paid
 * @param tokens tokens that members really gave
 */
record Sums(
        long calls,
        long seconds,
        long charged,
        long wouldCharge,
        long fee,
        long wouldFee,
        long earned,
        long wouldEarn,
        long tokens,
        long wouldTokens) {
    static Sums of(ShadowPrice price, long seconds) {
        return new Sums(
                1,
                seconds,
                sum(price.real(), Sums::money),
                sum(price.candidate(), Sums::money),
                sum(price.real(), Charge::fee),
                sum(price.candidate(), Charge::fee),
                sum(price.real(), Charge::earned),
                sum(price.candidate(), Charge::earned),
                sum(price.real(), Sums::tokensOf),
                sum(price.candidate(), Sums::tokensOf));
    }

    Sums plus(Sums more) {
        return new Sums(
                calls + more.calls,
                seconds + more.seconds,
                charged + more.charged,
                wouldCharge + more.wouldCharge,
                fee + more.fee,
                wouldFee + more.wouldFee,
                earned + more.earned,
                wouldEarn + more.wouldEarn,
                tokens + more.tokens,
                wouldTokens + more.wouldTokens);
    }

    private static long money(Charge charge) {
        boolean paid = charge.pocket() == Pocket.CASH || charge.pocket() == Pocket.CARD;
        return paid ? charge.charged() : 0;
    }

    private static long tokensOf(Charge charge) {
        return charge.pocket() == Pocket.TOKENS ? charge.charged() : 0;
    }

    private static long sum(List<Charge> charges, ToLongFunction<Charge> figure) {
        return charges.stream().mapToLong(figure).sum();
    }
}
