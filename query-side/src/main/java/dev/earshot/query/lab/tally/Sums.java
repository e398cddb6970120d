package dev.earshot.query.lab.tally;

import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.query.lab.result.Figures;
import java.util.List;

/** Money that is being added up. */
final class Sums {
    private static final int MINUTE = 60;

    private long seconds;
    private long revenue;
    private long fees;
    private long income;

    /** What a call came to; {@code prepaid} is what the tokens and minutes among its charges had cost. */
    static Sums of(List<Charge> charges, long prepaid) {
        Sums sums = new Sums();
        sums.revenue = prepaid;
        for (Charge charge : charges) {
            boolean isPaid = charge.pocket() == Pocket.CASH || charge.pocket() == Pocket.CARD;
            sums.seconds += charge.seconds();
            sums.revenue = Math.addExact(sums.revenue, isPaid ? charge.charged() : 0);
            sums.fees = Math.addExact(sums.fees, charge.fee());
            sums.income = Math.addExact(sums.income, charge.earned());
        }
        return sums;
    }

    void add(Sums more) {
        seconds = Math.addExact(seconds, more.seconds);
        revenue = Math.addExact(revenue, more.revenue);
        fees = Math.addExact(fees, more.fees);
        income = Math.addExact(income, more.income);
    }

    long revenue() {
        return revenue;
    }

    long income() {
        return income;
    }

    Figures figures() {
        long perMinute = seconds == 0 ? 0 : Math.floorDiv(Math.multiplyExact(revenue, MINUTE), seconds);
        return new Figures(seconds, revenue, fees, income, perMinute);
    }
}
