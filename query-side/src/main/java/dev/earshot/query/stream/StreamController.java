package dev.earshot.query.stream;

import dev.earshot.platform.security.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One stream of everything that happens to the caller. */
@RestController
class StreamController {
    private final Streams streams;
    private final Resume resume;

    StreamController(Streams streams, Resume resume) {
        this.streams = streams;
        this.resume = resume;
    }

    /**
     * Tells the caller's calls, wallet, top-ups, presence, earnings and payouts as they happen ({@code call}, {@code wallet},
     * {@code top-up}, {@code presence}, {@code earnings}, {@code payout}), every second of running calls ({@code draw}), and how far the
     * caller's simulations are ({@code simulation}, {@code progress}). A client that
     * comes back with the last id it heard is told what it missed; {@code reset} tells it to ask for everything anew. The
     * stream ends with the access token it was opened with: come back with a fresh one.
     */
    @Operation(summary = "Follow what concerns one, as server-sent events; resume with Last-Event-ID")
    @GetMapping(path = "/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE))
    void stream(
            SignedIn caller,
            @RequestHeader(name = "Last-Event-ID", required = false) Long lastHeard,
            @RequestParam(required = false) Long lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var account = caller.getPrincipal().accountId();
        Long last = lastHeard == null ? lastEventId : lastHeard;
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // Proxies must not collect what is meant for this second.
        streams.connect(
                account,
                caller.expiresAt(),
                request.startAsync(request, response),
                () -> last == null ? resume.fromNowOn(account) : resume.after(account, last));
    }
}
