package dev.earshot.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

/**
 * A file that is sent while it is made, however long that takes: on the request's own thread, which no time-out of
 * asynchronous work cuts.
 */
public final class Download {
    private static final int BUFFER = 64 * 1024;

    private Download() {}

    /** Makes the file; what it throws ends the download. */
    @FunctionalInterface
    public interface Content {
        void onto(Writer out) throws IOException;
    }

    /** Sends it, as UTF-8. While nothing has left the buffer, what fails can still be told as a problem instead. */
    public static void send(HttpServletResponse response, String mediaType, String fileName, Content content) {
        response.setContentType(mediaType);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
        try {
            // Not closed when it fails, for closing would send what is there as if it were the whole.
            Writer out = new BufferedWriter(
                    new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), BUFFER);
            content.onto(out);
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
