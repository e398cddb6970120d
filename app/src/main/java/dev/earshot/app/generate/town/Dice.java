package dev.earshot.app.generate.town;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Chance that falls the same way every time, on every machine and Java: nothing here depends on a library's choice of an
 * algorithm but the 64 bits of {@link SplittableRandom}, whose sequence is specified.
 */
final class Dice {
    private static final int SUFFIX = 25;
    private static final int ROLLS = 12;
    private static final double BITS_53 = 0x1.0p-53;

    private final SplittableRandom bits;

    Dice(long seed) {
        bits = new SplittableRandom(seed);
    }

    /** From 0 up to, but without, this. */
    long below(long bound) {
        return (bits.nextLong() >>> 1) % bound;
    }

    /** From the one to the other, both included. */
    long between(long least, long most) {
        return least + below(most - least + 1);
    }

    /** Yes, in so many of a thousand cases. */
    boolean perMille(int cases) {
        return below(1_000) < cases;
    }

    <T> T oneOf(List<T> things) {
        return things.get((int) below(things.size()));
    }

    /** Around this, seldom a third or three times as much: as people's patience is. */
    long around(long middle) {
        double sum = -ROLLS / 2.0;
        for (int i = 0; i < ROLLS; i++) {
            sum += (bits.nextLong() >>> 11) * BITS_53;
        }
        return Math.max(1, (long) (middle * StrictMath.exp(0.9 * sum)));
    }

    /** The part of an id behind its prefix, as long as those that the platform makes. */
    String suffix() {
        byte[] sixteen = new byte[16];
        for (int i = 0; i < 2; i++) {
            long word = bits.nextLong();
            for (int j = 0; j < 8; j++) {
                sixteen[8 * i + j] = (byte) (word >>> 8 * j);
            }
        }
        String text = new BigInteger(1, sixteen).toString(Character.MAX_RADIX);
        return "0".repeat(SUFFIX - text.length()) + text;
    }

    /** A random UUID. */
    String story() {
        long high = bits.nextLong() & ~0xF000L | 0x4000L;
        return new UUID(high, variant(bits.nextLong())).toString();
    }

    /** A UUID that grows with time. */
    String eventId(long millis) {
        long high = millis << 16 | 0x7000L | bits.nextLong() >>> 52;
        return new UUID(high, variant(bits.nextLong())).toString();
    }

    private static long variant(long low) {
        return low & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
    }
}
