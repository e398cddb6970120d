package dev.earshot.platform.web.limit;

import dev.earshot.platform.web.FilterOrder;
import dev.earshot.platform.web.problem.BodyTooLarge;
import dev.earshot.platform.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large: by what they announce, or, when they announce nothing, as soon as they are. */
@Component
@Order(FilterOrder.SIZE_LIMIT)
class SizeLimitFilter extends OncePerRequestFilter {
    private final BodyLimits limits;
    private final ProblemWriter problems;

    SizeLimitFilter(BodyLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limits.bytesFor(request.getRequestURI());
        long announced = request.getContentLengthLong();
        try {
            if (announced > limit) {
                throw new BodyTooLarge(limit);
            }
            // The container itself holds a client to the length it announced.
            chain.doFilter(announced < 0 ? new MeasuredRequest(request, limit) : request, response);
        } catch (BodyTooLarge refused) {
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, BodyTooLarge.CODE, refused.getMessage());
        }
    }
}
