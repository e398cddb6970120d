package dev.earshot.query.lab.tape;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Writes numbers in as few bytes as they need, seven bits in each. */
final class Packer {
    private static final int NANOS_IN_MILLI = 1_000_000;
    private static final long NANOS_IN_SECOND = 1_000_000_000;

    private byte[] bytes = new byte[128];
    private int length;

    Packer number(long value) {
        long rest = value << 1 ^ value >> 63; // Small negative numbers are short too.
        while ((rest & ~0x7FL) != 0) {
            one((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        return one((int) rest);
    }

    /** An instant by its distance to another; whole milliseconds, as clocks tell them, are short. */
    Packer instant(Instant at, Instant from) {
        long nanos = Math.addExact(
                Math.multiplyExact(Math.subtractExact(at.getEpochSecond(), from.getEpochSecond()), NANOS_IN_SECOND),
                at.getNano() - from.getNano());
        boolean whole = nanos % NANOS_IN_MILLI == 0;
        return number(whole ? nanos / NANOS_IN_MILLI << 1 : nanos << 1 | 1);
    }

    Packer text(String text) {
        byte[] more = text.getBytes(StandardCharsets.UTF_8);
        number(more.length);
        return raw(more);
    }

    Packer raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    Packer one(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    byte[] packed() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
