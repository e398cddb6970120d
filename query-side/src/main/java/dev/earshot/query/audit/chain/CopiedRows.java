package dev.earshot.query.audit.chain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes PostgreSQL's binary COPY format apart. A row in it is a count of fields, and then each field behind its length, −1 for NULL: the canonical
 * bytes of an event are there already.
 */
final class CopiedRows {
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEADER = SIGNATURE.length + 2 * Integer.BYTES;

    private final RawLog.Reader reader;
    private byte[] unread = {};
    private boolean begun;
    private boolean ended;

    CopiedRows(RawLog.Reader reader) {
        this.reader = reader;
    }

    /** Takes what the server sent next, wherever it was cut. */
    void take(byte[] chunk) throws IOException {
        byte[] all = unread.length == 0 ? chunk : joined(unread, chunk);
        ByteBuffer from = ByteBuffer.wrap(all);
        int done = 0;
        while (!ended && next(from)) {
            done = from.position();
        }
        unread = done == all.length ? new byte[0] : Arrays.copyOfRange(all, done, all.length);
    }

    private boolean next(ByteBuffer from) throws IOException {
        return begun ? row(from) : header(from);
    }

    private boolean header(ByteBuffer from) throws IOException {
        if (from.remaining() < HEADER) {
            return false;
        }
        if (!Arrays.equals(SIGNATURE, 0, SIGNATURE.length, from.array(), 0, SIGNATURE.length)) {
            throw new IOException("The database does not send its binary format");
        }
        from.position(HEADER + from.getInt(HEADER - Integer.BYTES));
        begun = true;
        return true;
    }

    private boolean row(ByteBuffer from) throws IOException {
        if (from.remaining() < Short.BYTES) {
            return false;
        }
        int fields = from.getShort();
        if (fields < 0) {
            ended = true;
            return true;
        }
        int start = from.position();
        for (int field = 0; field < fields; field++) {
            if (from.remaining() < Integer.BYTES) {
                return false;
            }
            int length = Math.max(0, from.getInt());
            if (from.remaining() < length) {
                return false;
            }
            from.position(from.position() + length);
        }
        reader.read(new RawEvent(Arrays.copyOfRange(from.array(), start, from.position())));
        return true;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
