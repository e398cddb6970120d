package dev.earshot.platform.security;

import dev.earshot.platform.web.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Names the caller in every log line of the request; the correlation filter, which is outside, takes the name away. */
final class CallerInLog extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller.signedIn()
                .ifPresent(caller -> MDC.put(Caller.IN_LOG, caller.accountId().value()));
        chain.doFilter(request, response);
    }
}
