package dev.earshot.platform.openapi;

import dev.earshot.platform.web.Intent;
import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.Locale;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** What an endpoint's own code says about it: its name, and whether it insists on an intent. */
@Component
class Endpoints implements GlobalOperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        operation.setOperationId(name(endpoint));
        boolean insists = Arrays.stream(endpoint.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(Intent.class::equals);
        return insists ? operation.addParametersItem(IdempotencyKey.required()) : operation;
    }

    /** Names that hang on nothing but the endpoint itself: a POST by CallController.request is requestCall. */
    private static String name(HandlerMethod endpoint) {
        var said = endpoint.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
        if (said != null && !said.operationId().isEmpty()) {
            return said.operationId();
        }
        var noun = endpoint.getBeanType().getSimpleName().replace("Controller", "");
        var method = StringUtils.capitalize(endpoint.getMethod().getName());
        return isReading(endpoint) ? "get" + together(noun, method) : StringUtils.uncapitalize(together(method, noun));
    }

    /** Calls of Call are Calls, the Ticket of a LoopbackTicket is a LoopbackTicket, entries of Wallet are WalletEntries. */
    private static String together(String first, String second) {
        var one = first.toLowerCase(Locale.ROOT);
        var two = second.toLowerCase(Locale.ROOT);
        if (two.startsWith(one)) {
            return second;
        }
        return one.endsWith(two) ? first : first + second;
    }

    private static boolean isReading(HandlerMethod endpoint) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), RequestMapping.class);
        return mapping != null && Arrays.asList(mapping.method()).contains(RequestMethod.GET);
    }
}
