package dev.earshot.platform.web.problem;

import dev.earshot.api.id.Id;
import dev.earshot.api.money.Money;
import dev.earshot.platform.web.problem.Problem.Fault;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in the client's words what Jackson found wrong. Its own words name classes, which are nobody's business. */
final class JsonFaults {
    private static final Set<Class<?>> WHOLE =
            Set.of(long.class, Long.class, int.class, Integer.class, short.class, Short.class);

    private JsonFaults() {}

    /** The field to blame; empty when the text is not JSON at all, or not the object it should be. */
    static Optional<Fault> fault(JacksonException failure) {
        var field = path(failure);
        return field.isEmpty() ? Optional.empty() : message(failure).map(message -> new Fault(field, message));
    }

    /** Where the text stops being JSON. */
    static String place(JacksonException failure) {
        if (failure instanceof MismatchedInputException) {
            return "A JSON object is expected.";
        }
        var location = failure.getLocation();
        return location == null
                ? "The body is not JSON."
                : "The body is not JSON: see line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }

    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (WHOLE.contains(type)) {
            return "must be a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type == String.class) {
            return "must be a text";
        }
        if (type == Currency.class) {
            return "must be a currency code of ISO 4217, such as USD";
        }
        if (type == Money.class) {
            return "must be an amount such as {\"minor\":1250,\"currency\":\"USD\"}, in whole minor units";
        }
        if (type == Instant.class) {
            return "must be a time such as 2026-01-31T12:00:00Z";
        }
        if (Id.class.isAssignableFrom(type)) {
            return "must be an id as this API gives them out";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return type.isRecord() ? "must be an object" : "has a form that is not accepted here";
    }

    private static Optional<String> message(JacksonException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return Optional.of("is not known here");
        }
        if (failure instanceof InputCoercionException) {
            return Optional.of("is too large or too small a number");
        }
        if (failure instanceof ValueInstantiationException rejected) {
            return Optional.of(reason(rejected));
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return Optional.of(reason(mismatch));
        }
        return Optional.empty();
    }

    /** Our own types say themselves what they expect; nobody else's message is let out. */
    private static String reason(ValueInstantiationException rejected) {
        var type = rejected.getType().getRawClass();
        boolean ours = type.getName().startsWith("dev.earshot.");
        return ours && rejected.getCause() instanceof IllegalArgumentException why && why.getMessage() != null
                ? "is not acceptable: " + why.getMessage()
                : expected(type);
    }

    private static String reason(MismatchedInputException mismatch) {
        var type = mismatch.getTargetType();
        if (type == null) {
            return "has a form that is not accepted here";
        }
        return mismatch.getCurrentToken() == JsonToken.VALUE_NULL || isAbsent(mismatch)
                ? "is required"
                : expected(type);
    }

    /** A primitive that was left out fails where its object ends. */
    private static boolean isAbsent(MismatchedInputException mismatch) {
        return mismatch.getCurrentToken() == JsonToken.END_OBJECT;
    }

    private static String path(JacksonException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
