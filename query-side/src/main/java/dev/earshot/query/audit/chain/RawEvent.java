package dev.earshot.query.audit.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * An event exactly as it is stored. Its canonical bytes are its fields one after the other, each behind its length in four bytes; the length of an
 * absent field is −1, so absent and empty differ. Numbers take eight bytes, the most significant first; texts are UTF-8.
 */
public final class RawEvent {
    private static final int LENGTH = Integer.BYTES;
    private static final int CHECK = 0xFFFF;

    private final byte[] canonical;

    RawEvent(byte[] canonical) {
        this.canonical = canonical;
    }

    public byte[] canonical() {
        return canonical;
    }

    public long position() {
        return ByteBuffer.wrap(canonical).getLong(LENGTH);
    }

    /** The same event as it would be stored at another position. */
    public RawEvent at(long position) {
        byte[] moved = canonical.clone();
        ByteBuffer.wrap(moved).putLong(LENGTH, position);
        return new RawEvent(moved);
    }

    Optional<String> text(Field field) {
        return find(field).map(found -> StandardCharsets.UTF_8.decode(found).toString());
    }

    /**
     * Half a checksum of the payload beside half of one of the metadata. It proves nothing, and tells which of them was edited where a hash can only
     * tell that something was.
     */
    int check() {
        return checksum(Field.PAYLOAD) << Short.SIZE | checksum(Field.METADATA);
    }

    private int checksum(Field field) {
        CRC32C sum = new CRC32C();
        find(field).ifPresentOrElse(sum::update, () -> sum.update(1));
        return (int) sum.getValue() & CHECK;
    }

    private Optional<ByteBuffer> find(Field wanted) {
        ByteBuffer rest = ByteBuffer.wrap(canonical);
        for (int skip = wanted.ordinal(); skip > 0; skip--) {
            rest.position(rest.position() + LENGTH + Math.max(0, rest.getInt(rest.position())));
        }
        int length = rest.getInt();
        return length < 0 ? Optional.empty() : Optional.of(rest.slice(rest.position(), length));
    }
}
