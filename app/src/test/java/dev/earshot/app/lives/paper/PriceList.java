package dev.earshot.app.lives.paper;

import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import dev.earshot.app.lives.Prices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** In what ways a call may be paid, in what order. */
record PriceList(Prices prices) {
    List<Way> ways(PlanVersion plan, boolean overflow, Set<PlanVersion> packs, long rate) {
        Way cash = new Way(Pocket.CASH, Unit.MONEY, rate, prices.feeBasisPoints(), 0);
        List<Way> ways = new ArrayList<>();
        ways.add(secondForSecond(Pocket.PROMO, rate));
        ways.add(new Way(Pocket.PROMO, Unit.MONEY, rate, prices.feeBasisPoints(), 0));
        switch (plan) {
            case PAY_PER_MINUTE -> ways.add(cash);
            case TOKENS -> ways.add(tokens(rate));
            case MEMBERSHIP -> {
                ways.add(secondForSecond(Pocket.ALLOWANCE, rate));
                if (overflow) {
                    ways.add(cash);
                }
            }
            case MOMENTS -> {
                ways.add(secondForSecond(Pocket.MOMENTS, rate));
                if (overflow) {
                    ways.add(cash);
                }
            }
        }
        for (PlanVersion other : new TreeSet<>(packs)) {
            if (other != plan) {
                ways.add(
                        switch (other) {
                            case TOKENS -> tokens(rate);
                            case MOMENTS -> secondForSecond(Pocket.MOMENTS, rate);
                            case MEMBERSHIP -> secondForSecond(Pocket.ALLOWANCE, rate);
                            case PAY_PER_MINUTE -> throw new IllegalStateException("nobody keeps packs of money");
                        });
            }
        }
        return ways;
    }

    /** A card in the place of the cash, and nothing of what the member owns but gifts. */
    List<Way> byCard(long rate) {
        return List.of(
                secondForSecond(Pocket.PROMO, rate),
                new Way(Pocket.PROMO, Unit.MONEY, rate, prices.feeBasisPoints(), 0),
                new Way(Pocket.CARD, Unit.MONEY, rate, prices.feeBasisPoints(), 0));
    }

    Way grace(long rate) {
        return new Way(Pocket.GRACE, Unit.SECONDS, 0, 0, leftForTheListener(rate));
    }

    private Way secondForSecond(Pocket pocket, long rate) {
        return new Way(pocket, Unit.SECONDS, 60, 0, leftForTheListener(rate));
    }

    private Way tokens(long rate) {
        long tokens = BigDecimal.valueOf(rate)
                .divide(BigDecimal.valueOf(prices.tokenValue()), 0, RoundingMode.UP)
                .longValueExact();
        return new Way(Pocket.TOKENS, Unit.TOKENS, tokens, 0, leftForTheListener(rate));
    }

    private long leftForTheListener(long rate) {
        return new Way(Pocket.CASH, Unit.MONEY, rate, prices.feeBasisPoints(), 0).earned(60);
    }
}
