package dev.earshot.platform.web.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A stored answer.
 *
 * @param location the {@code Location} header, or null
 * @param contentType the type of the body, or null when there is none
 */
record Answer(int status, String location, String contentType, byte[] body) {
    static final String REPLAYED = "Idempotency-Replayed";

    static Answer of(ContentCachingResponseWrapper response) {
        return new Answer(
                response.getStatus(),
                response.getHeader(HttpHeaders.LOCATION),
                response.getContentType(),
                response.getContentAsByteArray());
    }

    /** Whether the same request must get the same answer again; what may pass by itself must be tried again instead. */
    boolean isFinal() {
        return status < 500 && status != 401 && status != 403 && status != 429;
    }

    void replay(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader(REPLAYED, "true");
        if (location != null) {
            response.setHeader(HttpHeaders.LOCATION, location);
        }
        if (contentType != null) {
            response.setContentType(contentType);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
