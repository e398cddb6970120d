package dev.earshot.query.ledger.entry;

import java.util.HashMap;
import java.util.Map;

/** What an earlier fact leaves behind that a later one cannot be posted without. Immutable. */
public sealed interface Memory
        permits Memory.Held, Memory.Payment, Memory.Returned, Memory.Dues, Memory.Outside, Memory.Estate, Parcels {
    /** Whether it is as good as nothing, so that it need not be kept. */
    boolean isNothing();

    /** The kind of memory of this simple name. */
    static Class<? extends Memory> kindNamed(String name) {
        for (Class<?> kind : Memory.class.getPermittedSubclasses()) {
            if (kind.getSimpleName().equals(name)) {
                return kind.asSubclass(Memory.class);
            }
        }
        throw new IllegalArgumentException("there is no memory called " + name);
    }

    /**
     * @param minor what a running call has set aside of its member's money
     * @param currency empty when no call is running
     */
    record Held(long minor, String currency) implements Memory {
        /** No call is running. */
        public static final Held NOTHING = new Held(0, "");

        @Override
        public boolean isNothing() {
            return currency.isEmpty();
        }
    }

    /**
     * What has been posted of a payment that a provider took or made.
     *
     * @param provider where it was made
     * @param entered how much of it is in the provider's clearing account
     * @param answered of what went back, what the member or a deferred period answers for
     * @param refunds of what went back, what is our own goodwill
     * @param losses of what went back, what is lost to us
     * @param claimed what the member was made to answer for beside that
     */
    record Payment(String provider, long entered, long answered, long refunds, long losses, long claimed)
            implements Memory {
        /** Nothing is known of it. */
        public static final Payment UNKNOWN = new Payment(Providers.UNKNOWN, 0, 0, 0, 0, 0);

        @Override
        public boolean isNothing() {
            return equals(UNKNOWN);
        }

        /** A payment made there, of which so much is entered. */
        public static Payment at(String provider, long entered) {
            return new Payment(provider, entered, 0, 0, 0, 0);
        }

        /** After so much of it is entered in all. */
        public Payment entering(long inAll) {
            return new Payment(provider, inAll, answered, refunds, losses, claimed);
        }

        /** After so much of it went back, and whom that hit. */
        public Payment back(long answeredNow, long refundsNow, long lossesNow) {
            return new Payment(provider, entered, answeredNow, refundsNow, lossesNow, claimed);
        }

        /** After the member was made to answer for so much in all. */
        public Payment claiming(long inAll) {
            return new Payment(provider, entered, answered, refunds, losses, inAll);
        }
    }

    /**
     * How units of a pack answer for what has gone back of its price.
     *
     * @param price what all units cost
     * @param units how many it had
     * @param taken how many are taken back
     * @param inAll how much of the price has gone back
     * @param covered how much of that the units taken answer for
     */
    record Returned(long price, long units, long taken, long inAll, long covered) implements Memory {
        /** Nothing has gone back. */
        public static final Returned NOTHING = new Returned(0, 1, 0, 0, 0);

        @Override
        public boolean isNothing() {
            return equals(NOTHING);
        }

        /** After these changes. Units are worth their part of the price, rounded up, as for the wallet. */
        public Returned to(long sum, long takenNow) {
            long worth = -Math.floorDiv(-Math.multiplyExact(price, takenNow), units);
            return new Returned(price, units, takenNow, sum, Math.min(sum, worth));
        }
    }

    /**
     * What a member has paid of memberships that no period has used yet.
     *
     * @param deferred all of it, minor units
     * @param credit the part that waits for later dues
     * @param running the dues of the running period; empty while there is none
     * @param currency empty before the first period
     */
    record Dues(long deferred, long credit, String running, String currency) implements Memory {
        /** No dues were ever paid. */
        public static final Dues NOTHING = new Dues(0, 0, "", "");

        @Override
        public boolean isNothing() {
            return currency.isEmpty();
        }
    }

    /**
     * A purchase made outside until an account has it.
     *
     * @param provider empty while only what went back of it has been told
     * @param refunded what had gone back by refunds
     * @param disputed what open and lost disputes have taken, by their names
     */
    record Outside(String provider, long price, long refunded, Map<String, Long> disputed) implements Memory {
        /** Nothing was bought. */
        public static final Outside NOTHING = new Outside("", 0, 0, Map.of());

        public Outside {
            disputed = Map.copyOf(disputed);
        }

        @Override
        public boolean isNothing() {
            return equals(NOTHING);
        }

        /** What is left of it, never below zero. */
        public long left() {
            return Math.max(0, price - refunded - taken());
        }

        /** What disputes have taken. */
        public long taken() {
            return disputed.values().stream().mapToLong(Long::longValue).sum();
        }

        /** What went back beyond the price. */
        public long excess() {
            return Math.max(0, refunded + taken() - price);
        }
    }

    /**
     * What there is of a person who is erased.
     *
     * @param erased whether they are
     * @param left what they have left behind since, less what was taken, by currency; below zero where more was taken
     */
    record Estate(boolean erased, Map<String, Long> left) implements Memory {
        /** Of somebody who is not erased. */
        public static final Estate NOBODYS = new Estate(false, Map.of());

        public Estate {
            left = Map.copyOf(left);
        }

        @Override
        public boolean isNothing() {
            return !erased;
        }

        /** After so much more, or less, was left. */
        public Estate with(String currency, long minor) {
            Map<String, Long> more = new HashMap<>(left);
            more.merge(currency, minor, Math::addExact);
            return new Estate(erased, more);
        }

        /** What of it is ours. */
        public long breakage(String currency) {
            return Math.max(0, left.getOrDefault(currency, 0L));
        }

        /** What is lost to us. */
        public long loss(String currency) {
            return Math.max(0, -left.getOrDefault(currency, 0L));
        }
    }
}
