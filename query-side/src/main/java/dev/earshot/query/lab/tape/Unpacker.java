package dev.earshot.query.lab.tape;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what {@link Packer} wrote. */
final class Unpacker {
    private static final long NANOS_IN_MILLI = 1_000_000;

    private final byte[] bytes;
    private int next;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() {
        long value = 0;
        int shift = 0;
        long part;
        do {
            part = bytes[next++];
            value |= (part & 0x7F) << shift;
            shift += 7;
        } while (part < 0);
        return value >>> 1 ^ -(value & 1);
    }

    int count() {
        return Math.toIntExact(number());
    }

    Instant instant(Instant from) {
        long packed = number();
        long distance = packed >> 1;
        return (packed & 1) == 0 ? from.plusNanos(distance * NANOS_IN_MILLI) : from.plusNanos(distance);
    }

    String text() {
        int length = count();
        next += length;
        return new String(bytes, next - length, length, StandardCharsets.UTF_8);
    }

    void skipText() {
        int length = count();
        next += length;
    }

    int one() {
        return bytes[next++];
    }
}
