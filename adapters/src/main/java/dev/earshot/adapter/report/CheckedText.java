package dev.earshot.adapter.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8, with or without a byte order mark. What is not UTF-8 is never guessed: it is told where it stands. */
final class CheckedText extends Reader {
    private static final int BUFFER = 8192;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream source;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private long taken;
    private long line = 1;
    private boolean atEnd;
    private boolean begun;

    CheckedText(InputStream source) {
        this.source = source;
    }

    /** Bytes that are not UTF-8. */
    static final class WrongBytes extends IOException {
        final long line;
        final long position;

        WrongBytes(long line, long position) {
            super("not UTF-8 at byte " + position);
            this.line = line;
            this.position = position;
        }
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int read = 0;
        while (read == 0 && length > 0) {
            read = decode(CharBuffer.wrap(into, offset, length));
        }
        for (int i = offset; i < offset + read; i++) {
            line += into[i] == '\n' ? 1 : 0;
        }
        return read;
    }

    /** How many characters were decoded; 0 when more bytes had to be fetched first, -1 at the end. */
    private int decode(CharBuffer chars) throws IOException {
        int start = chars.position();
        int before = bytes.position();
        CoderResult result = decoder.decode(bytes, chars, atEnd);
        taken += bytes.position() - before;
        int decoded = chars.position() - start;
        if (decoded > 0) {
            return withoutMark(chars, start, decoded);
        }
        if (result.isError()) {
            throw new WrongBytes(line, taken + 1);
        }
        if (atEnd) {
            return -1;
        }
        fetch();
        return 0;
    }

    private int withoutMark(CharBuffer chars, int start, int decoded) {
        boolean marked = !begun && chars.array()[start] == BYTE_ORDER_MARK;
        begun = true;
        if (!marked) {
            return decoded;
        }
        System.arraycopy(chars.array(), start + 1, chars.array(), start, decoded - 1);
        return decoded - 1;
    }

    private void fetch() throws IOException {
        bytes.compact();
        int read = source.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(read, 0));
        bytes.flip();
        atEnd = read < 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
