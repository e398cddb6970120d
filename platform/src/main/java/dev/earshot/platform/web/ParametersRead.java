package dev.earshot.platform.web;

import dev.earshot.api.refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses parameters that no query could look for. */
final class ParametersRead implements HandlerInterceptor {
    private static final String NONE = "%00";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Refused {
        String query = request.getQueryString();
        if (query != null && query.contains(NONE)) {
            throw RequestRefusal.PARAMETER_INVALID.of("a parameter has the character U+0000, which no text has");
        }
        return true;
    }
}
