package dev.earshot.platform.web.problem;

import dev.earshot.platform.web.problem.Problem.Fault;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import tools.jackson.core.JacksonException;

/** What a body or parameter that cannot be accepted means to the client: which field, and what was expected there. */
final class BodyFailures {
    private static final String CODE = "VALIDATION_FAILED";

    private BodyFailures() {}

    static Optional<Verdict> verdict(Throwable failure) {
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return Optional.of(unreadable(unreadable));
        }
        return faults(failure).map(faults -> Verdict.faulty(CODE, faults));
    }

    private static Verdict unreadable(HttpMessageNotReadableException failure) {
        var json = CommandFailures.find(failure, JacksonException.class);
        return json.flatMap(JsonFaults::fault)
                .map(fault -> Verdict.faulty(CODE, List.of(fault)))
                .orElseGet(() -> Verdict.of(
                        HttpStatus.BAD_REQUEST,
                        "MALFORMED_JSON",
                        json.map(JsonFaults::place).orElse("A JSON body is expected.")));
    }

    private static Optional<List<Fault>> faults(Throwable failure) {
        if (failure instanceof BindException invalid) {
            return Optional.of(faultsOf(invalid).toList());
        }
        if (failure instanceof HandlerMethodValidationException invalid) {
            return Optional.of(invalid.getParameterValidationResults().stream()
                    .flatMap(BodyFailures::of)
                    .toList());
        }
        if (failure instanceof ConstraintViolationException invalid) {
            return Optional.of(invalid.getConstraintViolations().stream()
                    .map(one -> new Fault(one.getPropertyPath().toString(), one.getMessage()))
                    .toList());
        }
        return Optional.empty();
    }

    private static Stream<Fault> of(ParameterValidationResult result) {
        if (result instanceof ParameterErrors bean) {
            return faultsOf(bean);
        }
        var name = Optional.ofNullable(result.getMethodParameter().getParameterName())
                .orElse("parameter");
        return result.getResolvableErrors().stream().map(one -> new Fault(name, one.getDefaultMessage()));
    }

    private static Stream<Fault> faultsOf(Errors errors) {
        return Stream.concat(
                errors.getFieldErrors().stream().map(one -> new Fault(one.getField(), one.getDefaultMessage())),
                errors.getGlobalErrors().stream().map(one -> new Fault(one.getObjectName(), one.getDefaultMessage())));
    }
}
