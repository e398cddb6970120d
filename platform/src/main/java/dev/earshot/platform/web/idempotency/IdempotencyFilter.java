package dev.earshot.platform.web.idempotency;

import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Caller;
import dev.earshot.platform.web.FilterOrder;
import dev.earshot.platform.web.Intent;
import dev.earshot.platform.web.RequestRefusal;
import dev.earshot.platform.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does a signed-in account's request with an {@code Idempotency-Key} once, and answers its repetitions from memory.
 * Sessions and payout accounts are left out: what is asked or answered there is secret, and never stored. So are reports,
 * which are too long to be kept in memory and are known by their content.
 */
@Component
@Order(FilterOrder.IDEMPOTENCY)
class IdempotencyFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final List<String> LEFT_OUT =
            List.of("/v1/sessions", "/v1/me/payout-account", "/v1/reconciliation/reports");
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");

    private final Answers answers;
    private final ProblemWriter problems;

    IdempotencyFilter(Answers answers, ProblemWriter problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(Intent.HEADER) == null
                || !CHANGING.contains(request.getMethod())
                || LEFT_OUT.stream().anyMatch(request.getRequestURI()::startsWith)
                || Caller.signedIn().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(Intent.HEADER);
        if (!KEY.matcher(key).matches()) {
            refuse(
                    request,
                    response,
                    RequestRefusal.IDEMPOTENCY_KEY_INVALID.of(
                            "%s takes 1 to 255 printable ASCII characters.", Intent.HEADER));
            return;
        }
        var body = request.getInputStream().readAllBytes();
        var account = Caller.signedIn().orElseThrow().accountId();
        var asked = Fingerprint.of(account, key, request, body);
        var claim = answers.claim(asked);
        if (claim instanceof Claim.Ours ours) {
            perform(asked, ours.attempt(), new BufferedRequest(request, body), response, chain);
        } else if (claim instanceof Claim.Done done) {
            done.answer().replay(response);
        } else if (claim instanceof Claim.Reused) {
            refuse(
                    request,
                    response,
                    RequestRefusal.IDEMPOTENCY_KEY_REUSED.of(
                            "This %s was used for another request. Each intent takes a new key.", Intent.HEADER));
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            refuse(
                    request,
                    response,
                    RequestRefusal.IDEMPOTENCY_IN_PROGRESS.of(
                            "The first request with this %s is still running.", Intent.HEADER));
        }
    }

    private void perform(
            Fingerprint asked,
            UUID attempt,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var captured = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, captured);
            answered = true;
        } finally {
            remember(asked, attempt, captured, answered);
        }
        captured.copyBodyToResponse();
    }

    /** The client gets its answer even if it cannot be remembered; the row is then taken for abandoned. */
    private void remember(Fingerprint asked, UUID attempt, ContentCachingResponseWrapper captured, boolean answered) {
        try {
            var answer = Answer.of(captured);
            if (answered && answer.isFinal()) {
                answers.store(asked, attempt, answer);
            } else {
                answers.forget(asked, attempt);
            }
        } catch (DataAccessException failure) {
            LOG.warn("The answer to an idempotent request could not be remembered", failure);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refused refused) throws IOException {
        problems.write(request, response, refused);
    }
}
