package dev.earshot.platform.web.limit;

import dev.earshot.platform.web.problem.BodyTooLarge;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A request whose body is counted while it is read, and ends in {@link BodyTooLarge} behind the limit. */
final class MeasuredRequest extends HttpServletRequestWrapper {
    private final long limit;
    private ServletInputStream body;

    MeasuredRequest(HttpServletRequest request, long limit) {
        super(request);
        this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Measured(super.getInputStream());
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var charset = Optional.ofNullable(getCharacterEncoding()).map(Charset::forName);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset.orElse(StandardCharsets.UTF_8)));
    }

    private final class Measured extends ServletInputStream {
        private final ServletInputStream source;
        private long seen;

        Measured(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            int next = source.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = source.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) throws BodyTooLarge {
            seen += more;
            if (seen > limit) {
                throw new BodyTooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
