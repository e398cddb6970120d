package dev.earshot.platform.openapi;

import dev.earshot.platform.web.Intent;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;

/** The header that names a client's intent. */
final class IdempotencyKey {
    private IdempotencyKey() {}

    static Parameter required() {
        return header().required(true);
    }

    static Parameter welcome() {
        return header().required(false);
    }

    static boolean isIn(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(it -> Intent.HEADER.equals(it.getName()));
    }

    private static Parameter header() {
        var value = LanguageSchemas.typed("string");
        value.setMinLength(1);
        value.setMaxLength(255);
        return new HeaderParameter()
                .name(Intent.HEADER)
                .description("A new random value for each intent, the same for each retry of it. For a day, a repeated"
                        + " request gets the answer of the first one.")
                .schema(value);
    }
}
