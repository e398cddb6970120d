package dev.earshot.platform.openapi;

import dev.earshot.platform.web.problem.Problem;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What holds for every endpoint: it stands with its neighbours, may answer with a problem, and may be repeated. */
@Component
class EveryOperation implements GlobalOpenApiCustomizer {
    private static final String PROBLEM = "Problem";
    private static final Set<HttpMethod> CHANGING = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);

    @Override
    public void customise(OpenAPI contract) {
        contract.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation)));
        var schemas = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(Problem.class))
                .referencedSchemas;
        schemas.forEach(contract.getComponents()::addSchemas);
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        var steps = path.split("/");
        boolean isApi = steps[1].equals("v1");
        operation.setTags(List.of(isApi ? steps[2] : steps[1]));
        operation.getResponses().addApiResponse("default", problem());
        if (!isApi) {
            operation.setSecurity(List.of());
        } else if (isRepeatable(path, method) && !IdempotencyKey.isIn(operation)) {
            operation.addParametersItem(IdempotencyKey.welcome());
        }
    }

    /** Signing in takes no key: its answer is a secret, which is never stored. */
    private static boolean isRepeatable(String path, HttpMethod method) {
        return CHANGING.contains(method) && !path.startsWith("/v1/sessions");
    }

    private static ApiResponse problem() {
        var schema = new JsonSchema().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description("Anything else")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
