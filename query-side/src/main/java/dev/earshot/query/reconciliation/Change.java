package dev.earshot.query.reconciliation;

import dev.earshot.api.money.Money;
import dev.earshot.api.reconciliation.Movement;
import java.time.Instant;

/** What an event adds to what has moved. */
sealed interface Change {
    /** A provider calls our subject so. */
    record Naming(String subject, String reference) implements Change {}

    /**
     * One time that something moved.
     *
     * @param entry names it: told again, it is the same
     * @param reference what the provider tells it by; empty where that is what the provider calls the subject
     * @param subject our own name for what it belongs to
     * @param amount positive where it came to us
     * @param onlyAfter the entry without which this one did not happen; empty for most
     */
    record Moved(
            String entry,
            Movement movement,
            String reference,
            String subject,
            Money amount,
            Instant at,
            long position,
            String onlyAfter)
            implements Change {
        Moved onlyAfter(String other) {
            return new Moved(entry, movement, reference, subject, amount, at, position, other);
        }

        /** The same, as money that left us. */
        Moved out() {
            Money left = Money.zero(amount.currency()).minus(amount);
            return new Moved(entry, movement, reference, subject, left, at, position, onlyAfter);
        }

        /** Of two tellings of one thing the larger counts: what was told first may not have been all. */
        static Moved larger(Moved one, Moved other) {
            return Math.abs(other.amount.minor()) > Math.abs(one.amount.minor()) ? other : one;
        }
    }

    /**
     * How much of a payment went back.
     *
     * @param recorded in all, as the provider told it; 0 where it told nothing this time
     * @param asked what of it we had asked for, this time
     */
    record GoneBack(String subject, long recorded, long asked, String currency, Instant at, long position)
            implements Change {
        /** What was told and what was asked for add up differently: one in all, the other bit by bit. */
        GoneBack and(GoneBack later) {
            return new GoneBack(
                    subject,
                    Math.max(recorded, later.recorded),
                    asked + later.asked,
                    currency,
                    later.at,
                    later.position);
        }
    }
}
