package dev.earshot.platform.openapi;

import dev.earshot.platform.web.Intent;
import dev.earshot.platform.web.problem.Problem;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** What holds for every endpoint: it may answer with a problem, and a changing one takes an idempotency key. */
@Component
class EveryOperation implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {
    private static final String PROBLEM = "Problem";

    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        operation.setOperationId(name(endpoint));
        operation.getResponses().addApiResponse("default", problem());
        boolean insists = Arrays.stream(endpoint.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(Intent.class::equals);
        if (insists || isChanging(endpoint)) {
            operation.addParametersItem(key(insists));
        }
        return operation;
    }

    @Override
    public void customise(OpenAPI contract) {
        var schemas = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(Problem.class))
                .referencedSchemas;
        schemas.forEach(contract.getComponents()::addSchemas);
    }

    /** Names that hang on nothing but the endpoint itself: CallController.request is requestCall. */
    private static String name(HandlerMethod endpoint) {
        var said = endpoint.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
        if (said != null && !said.operationId().isEmpty()) {
            return said.operationId();
        }
        var method = endpoint.getMethod().getName();
        var noun = endpoint.getBeanType().getSimpleName().replace("Controller", "");
        return StringUtils.endsWithIgnoreCase(method, noun) ? method : method + StringUtils.capitalize(noun);
    }

    /** Signing in takes no key: its answer is a secret, which is never stored. */
    private static boolean isChanging(HandlerMethod endpoint) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), RequestMapping.class);
        return mapping != null
                && Arrays.stream(mapping.method())
                        .anyMatch(Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE)::contains)
                && !endpoint.getBeanType().getPackageName().endsWith(".session");
    }

    private static HeaderParameter key(boolean required) {
        var value = LanguageSchemas.typed("string");
        value.setMinLength(1);
        value.setMaxLength(255);
        var header = new HeaderParameter();
        header.name(Intent.HEADER)
                .required(required)
                .description(
                        "A new random value for each intent, the same for each retry of it. A repeated request gets"
                                + " the answer of the first one for a day.")
                .schema(value);
        return header;
    }

    private static ApiResponse problem() {
        var schema = new JsonSchema().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description("Anything else")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
