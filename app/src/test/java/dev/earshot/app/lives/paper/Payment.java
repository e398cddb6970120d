package dev.earshot.app.lives.paper;

import dev.earshot.app.lives.World.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A payment that was asked for, what it brought, and everything that was told of money going back. */
final class Payment {
    final String name;
    final long price;
    final long units;
    final Lot lot;
    final int days;
    final boolean paid;
    private final Map<String, Refund> refunds = new HashMap<>();
    private final Map<String, Dispute> disputes = new HashMap<>();
    private long told;
    private Instant toldAt = Instant.EPOCH;
    private String last = "0 + 0";
    private long gone;
    private long unitsTaken;
    private long debtPaid;

    private static final class Refund {
        final long minor;
        boolean failed;
        Instant returned = Instant.MIN;

        Refund(long minor) {
            this.minor = minor;
        }
    }

    private static final class Dispute {
        long minor;
        Verdict verdict = Verdict.OPEN;
    }

    Payment(String name, long price, long units, Lot lot, int days, boolean paid) {
        this.name = name;
        this.price = price;
        this.units = units;
        this.lot = lot;
        this.days = days;
        this.paid = paid;
    }

    /** What is owed for it is owed under this name. */
    String debt() {
        return "top_" + name;
    }

    /** A refund of ours; all that is left for a {@code minor} of 0. */
    String refund(String refund, long minor) {
        if (refunds.containsKey(refund)) {
            return "";
        }
        if (!paid) {
            return "TOP_UP_NOT_PAID ";
        }
        if (disputes.values().stream().anyMatch(dispute -> dispute.verdict == Verdict.OPEN)) {
            return "TOP_UP_DISPUTED ";
        }
        long wanted = minor == 0 ? price - gone : minor;
        if (wanted <= 0 || wanted > price - gone) {
            return "REFUND_EXCEEDS_PAYMENT ";
        }
        refunds.put(refund, new Refund(wanted));
        return "";
    }

    String failRefund(String refund, boolean returned, Instant at) {
        Refund failed = refunds.get(refund);
        if (failed == null) {
            return "REFUND_UNKNOWN ";
        }
        if (!failed.failed) {
            failed.failed = true;
            failed.returned = returned ? at : Instant.MIN;
        }
        return "";
    }

    void tell(long inAll, Instant at) {
        if (at.isAfter(toldAt) || at.equals(toldAt) && inAll > told) {
            told = inAll;
            toldAt = at;
        }
    }

    /** A dispute goes from open over lost to won, and never back. */
    void dispute(String about, Verdict verdict, long minor) {
        Dispute dispute = disputes.computeIfAbsent(about, fresh -> new Dispute());
        dispute.minor = Math.max(dispute.minor, minor);
        if (verdict == Verdict.WON || verdict == Verdict.LOST && dispute.verdict == Verdict.OPEN) {
            dispute.verdict = verdict;
        }
    }

    private long refunded() {
        long ours = 0;
        long theirs = told;
        for (Refund refund : refunds.values()) {
            ours += refund.failed ? 0 : refund.minor;
            theirs -= refund.returned.isAfter(toldAt) ? refund.minor : 0;
        }
        return Math.max(ours, theirs);
    }

    private long disputed() {
        return disputes.values().stream()
                .filter(dispute -> dispute.verdict != Verdict.WON)
                .mapToLong(dispute -> dispute.minor)
                .sum();
    }

    void debtPaid(long minor) {
        debtPaid += minor;
    }

    /** Lets the purse follow what has gone back, if anything has changed. */
    void follow(Purse purse, Instant at) {
        String now = refunded() + " + " + disputed();
        if (!paid || now.equals(last)) {
            return;
        }
        last = now;
        purse.settle(at);
        long target = Math.min(price, refunded() + disputed());
        if (target > gone) {
            take(purse, target);
        } else if (target < gone) {
            give(purse, target, at);
        }
        answer(purse, target);
        gone = target;
        purse.settle(at);
    }

    private void take(Purse purse, long target) {
        Lot found = purse.sameLot(lot);
        long wanted = Math.min(unitsFor(target) - unitsFor(gone), units - unitsTaken);
        long taken = Math.max(0, Math.min(wanted, purse.available(found)));
        purse.remove(found, taken, "taken back " + lot.pocket);
        unitsTaken += taken;
    }

    private void give(Purse purse, long target, Instant at) {
        long given = unitsTaken - Math.min(unitsTaken, unitsFor(target));
        if (given > 0) {
            unitsTaken -= given;
            purse.again(lot, end(days, at));
            purse.giveBack(lot, given);
        }
    }

    /** What the units taken do not come to is owed; what is owed too much is forgiven, then repaid. */
    private void answer(Purse purse, long target) {
        long inUnits = share(price, unitsTaken, units, RoundingMode.CEILING);
        long inMoney = Math.max(0, target - inUnits);
        long before = purse.owed(debt()) + debtPaid;
        purse.owe(debt(), Math.max(0, inMoney - before));
        long tooMuch = Math.max(0, before - inMoney);
        long forgiven = Math.min(tooMuch, purse.owed(debt()));
        purse.forgive(debt(), forgiven);
        debtPaid -= tooMuch - forgiven;
        purse.giveBack(purse.cash(), tooMuch - forgiven);
    }

    /** When something bought then expires. */
    static Instant end(int days, Instant boughtAt) {
        return days == 0 ? Instant.MAX : boughtAt.plus(Duration.ofHours(24L * days));
    }

    private long unitsFor(long minor) {
        return share(units, minor, price, RoundingMode.CEILING);
    }

    private static long share(long whole, long part, long of, RoundingMode rounding) {
        return BigDecimal.valueOf(whole)
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(of), 0, rounding)
                .longValueExact();
    }
}
