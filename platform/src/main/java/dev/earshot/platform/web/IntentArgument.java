package dev.earshot.platform.web;

import dev.earshot.api.refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller its {@link Intent}, and insists on the key that names it. */
final class IntentArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Intent.class;
    }

    @Override
    public Intent resolveArgument(
            MethodParameter parameter, ModelAndViewContainer view, NativeWebRequest web, WebDataBinderFactory binder)
            throws Refused {
        var request = web.getNativeRequest(HttpServletRequest.class);
        var caller = Caller.signedIn()
                .orElseThrow(() -> new IllegalStateException("a path open to everybody has no intent: " + parameter));
        var key = request.getHeader(Intent.HEADER);
        if (key == null) {
            throw RequestRefusal.IDEMPOTENCY_KEY_REQUIRED.of(
                    "This request moves money or starts something: send an %s header, a new random value for each"
                            + " intent and the same value for each retry.",
                    Intent.HEADER);
        }
        return Intent.of(caller.accountId(), request.getMethod(), request.getRequestURI(), key);
    }
}
