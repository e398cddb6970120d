package dev.earshot.platform.web;

import dev.earshot.platform.trace.Correlation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request one id that its log lines, commands and events carry. A client's own {@code X-Correlation-Id} is
 * kept when it is at most 64 characters of {@code [0-9A-Za-z._-]}, else a new one is made; the answer tells which.
 */
@Component
@Order(FilterOrder.CORRELATION)
class CorrelationFilter extends OncePerRequestFilter {
    static final String HEADER = "X-Correlation-Id";

    private static final Logger LOG = LoggerFactory.getLogger(CorrelationFilter.class);
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z._-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = response.getHeader(HEADER);
        var id = given == null ? idOf(request.getHeader(HEADER)) : given;
        MDC.put(Correlation.ID, id);
        response.setHeader(HEADER, id);
        long started = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            logged(request, response, started);
            MDC.remove(Correlation.ID);
            MDC.remove(Caller.IN_LOG);
        }
    }

    /** A request that failed in a filter is answered by another dispatch, under the id it has. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String idOf(String header) {
        return header != null && SHAPE.matcher(header).matches()
                ? header
                : UUID.randomUUID().toString();
    }

    private static void logged(HttpServletRequest request, HttpServletResponse response, long started) {
        LOG.atDebug()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", request.getRequestURI())
                .addKeyValue("status", response.getStatus())
                .addKeyValue("micros", (System.nanoTime() - started) / 1000)
                .log("Request answered");
    }
}
