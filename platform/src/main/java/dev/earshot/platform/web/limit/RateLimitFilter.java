package dev.earshot.platform.web.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earshot.platform.web.Caller;
import dev.earshot.platform.web.FilterOrder;
import dev.earshot.platform.web.problem.ProblemWriter;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes a client that asks too often wait. A stream counts once, when it opens; health checks do not count. */
@Component
@Order(FilterOrder.RATE_LIMIT)
class RateLimitFilter extends OncePerRequestFilter {
    private final RateLimits limits;
    private final ProblemWriter problems;

    /** Whoever has been away this long has a full bucket again, so forgetting it changes nothing. */
    private final Cache<Object, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(10))
            .maximumSize(200_000)
            .build();

    RateLimitFilter(RateLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = bucket(request).tryConsumeAndReturnRemaining(1);
        if (asked.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(asked.getNanosToWaitForRefill());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problems.write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "RATE_LIMITED",
                "Too many requests. Try again in " + seconds + " s.");
    }

    private Bucket bucket(HttpServletRequest request) {
        var caller = Caller.signedIn();
        if (caller.isPresent()) {
            return buckets.get(caller.get().accountId(), id -> limits.forAccount());
        }
        var path = request.getRequestURI();
        return path.startsWith("/hooks/") || path.startsWith("/media/")
                ? buckets.get("hooks " + request.getRemoteAddr(), id -> limits.forHooks())
                : buckets.get(request.getRemoteAddr(), id -> limits.forAddress());
    }
}
