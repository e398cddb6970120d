package dev.earshot.platform.web.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A request whose body was read already and can be read again. */
final class BufferedRequest extends HttpServletRequestWrapper {
    private final ServletInputStream body;

    BufferedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = new Buffered(new ByteArrayInputStream(body));
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        var charset = Optional.ofNullable(getCharacterEncoding()).map(Charset::forName);
        return new BufferedReader(new InputStreamReader(body, charset.orElse(StandardCharsets.UTF_8)));
    }

    private static final class Buffered extends ServletInputStream {
        private final ByteArrayInputStream source;

        Buffered(ByteArrayInputStream source) {
            this.source = source;
        }

        @Override
        public int read() {
            return source.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return source.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return source.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("a body in memory is read at once");
        }
    }
}
