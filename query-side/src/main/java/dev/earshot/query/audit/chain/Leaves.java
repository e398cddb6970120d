package dev.earshot.query.audit.chain;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** Events of the log in order, each by its position and its hash: some 37 bytes an event when stored. */
public final class Leaves {
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    /** No events. */
    public static final Leaves NONE = new Leaves(new long[0], new int[0], new byte[0]);

    private final long[] positions;
    private final int[] checks;
    private final byte[] hashes;

    private Leaves(long[] positions, int[] checks, byte[] hashes) {
        this.positions = positions;
        this.checks = checks;
        this.hashes = hashes;
    }

    public int size() {
        return positions.length;
    }

    public boolean isEmpty() {
        return positions.length == 0;
    }

    public long position(int index) {
        return positions[index];
    }

    public long last() {
        return positions[positions.length - 1];
    }

    public byte[] hash(int index) {
        return Arrays.copyOfRange(hashes, index * Hashes.BYTES, (index + 1) * Hashes.BYTES);
    }

    /** See {@link RawEvent#check}. */
    public int check(int index) {
        return checks[index];
    }

    public boolean sameHash(int index, Leaves others, int other) {
        return Arrays.equals(
                hashes,
                index * Hashes.BYTES,
                (index + 1) * Hashes.BYTES,
                others.hashes,
                other * Hashes.BYTES,
                (other + 1) * Hashes.BYTES);
    }

    /** Where in here the event at this position is, or a negative number. */
    public int indexOf(long position) {
        return Arrays.binarySearch(positions, position);
    }

    /** Some of these. */
    Leaves range(int from, int to) {
        return new Leaves(
                Arrays.copyOfRange(positions, from, to),
                Arrays.copyOfRange(checks, from, to),
                Arrays.copyOfRange(hashes, from * Hashes.BYTES, to * Hashes.BYTES));
    }

    /** The hashes one by one. */
    public List<byte[]> hashes() {
        return new Hashed();
    }

    /** How far each position is from the one before, in as few bytes as it takes; of the first, from nought. */
    byte[] packedPositions() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(positions.length + Long.BYTES);
        long before = 0;
        for (long position : positions) {
            long step = position - before;
            for (; step >= MORE; step >>>= BITS) {
                packed.write((int) step | MORE);
            }
            packed.write((int) step);
            before = position;
        }
        return packed.toByteArray();
    }

    byte[] packedChecks() {
        ByteBuffer packed = ByteBuffer.allocate(checks.length * Integer.BYTES);
        packed.asIntBuffer().put(checks);
        return packed.array();
    }

    byte[] packedHashes() {
        return hashes;
    }

    /**
     * The opposite of packing.
     *
     * @throws IllegalArgumentException if this was not packed here
     */
    static Leaves unpacked(byte[] positions, byte[] checks, byte[] hashes) {
        int size = hashes.length / Hashes.BYTES;
        if (hashes.length % Hashes.BYTES != 0 || checks.length != size * Integer.BYTES) {
            throw new IllegalArgumentException("the parts of a block are not of one size");
        }
        int[] sums = new int[size];
        ByteBuffer.wrap(checks).asIntBuffer().get(sums);
        return new Leaves(steps(positions, size), sums, hashes);
    }

    private static long[] steps(byte[] packed, int size) {
        long[] positions = new long[size];
        int index = 0;
        int shift = 0;
        long step = 0;
        long before = 0;
        for (byte next : packed) {
            step |= (long) (next & (MORE - 1)) << shift;
            shift += BITS;
            if (next >= 0) {
                if (index == size || step <= 0) {
                    throw new IllegalArgumentException("the positions of a block do not ascend");
                }
                before += step;
                positions[index++] = before;
                step = 0;
                shift = 0;
            }
        }
        if (index != size) {
            throw new IllegalArgumentException("a block has not as many positions as hashes");
        }
        return positions;
    }

    /** Leaves in the making. */
    public static final class Growing implements RawLog.Reader {
        private final Hashes hashes = new Hashes();
        private final ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        private long[] positions = new long[64];
        private int[] checks = new int[64];
        private int size;

        @Override
        public void read(RawEvent event) {
            if (size == positions.length) {
                positions = Arrays.copyOf(positions, 2 * size);
                checks = Arrays.copyOf(checks, 2 * size);
            }
            positions[size] = event.position();
            checks[size] = event.check();
            leaves.writeBytes(hashes.leaf(event.canonical()));
            size++;
        }

        public Leaves grown() {
            return new Leaves(Arrays.copyOf(positions, size), Arrays.copyOf(checks, size), leaves.toByteArray());
        }
    }

    private final class Hashed extends AbstractList<byte[]> implements RandomAccess {
        @Override
        public byte[] get(int index) {
            return hash(index);
        }

        @Override
        public int size() {
            return Leaves.this.size();
        }
    }
}
