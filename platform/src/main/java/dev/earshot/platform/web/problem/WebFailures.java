package dev.earshot.platform.web.problem;

import dev.earshot.platform.web.problem.Problem.Fault;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What a request that fits no endpoint means to the client. */
final class WebFailures {
    private WebFailures() {}

    static Optional<Verdict> verdict(Throwable failure) {
        if (failure instanceof AccessDeniedException) {
            return Optional.of(forbidden());
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return Optional.of(mismatch(mismatch));
        }
        if (failure instanceof MissingRequestHeaderException missing) {
            return Optional.of(missing("HEADER_MISSING", missing.getHeaderName()));
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return Optional.of(missing("PARAMETER_MISSING", missing.getParameterName()));
        }
        return failure instanceof ErrorResponse response ? Optional.of(standard(response)) : Optional.empty();
    }

    static Optional<Verdict> tooLarge(Throwable failure) {
        return CommandFailures.find(failure, BodyTooLarge.class)
                .map(why -> Verdict.of(HttpStatus.CONTENT_TOO_LARGE, BodyTooLarge.CODE, why.getMessage()));
    }

    private static Verdict forbidden() {
        return Verdict.of(HttpStatus.FORBIDDEN, "FORBIDDEN", "Your account does not have the role that this takes.");
    }

    private static Verdict missing(String code, String name) {
        return Verdict.faulty(code, List.of(new Fault(name, "is required")));
    }

    /** A malformed id in a path names nothing, so it is answered as an id that nobody has. */
    private static Verdict mismatch(MethodArgumentTypeMismatchException mismatch) {
        Class<?> type =
                Optional.<Class<?>>ofNullable(mismatch.getRequiredType()).orElse(Object.class);
        var unknown = mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Unknown.ofType(type).map(code -> Verdict.of(code, "There is nothing with this id."))
                : Optional.<Verdict>empty();
        return unknown.orElseGet(() ->
                Verdict.faulty("PARAMETER_INVALID", List.of(new Fault(mismatch.getName(), JsonFaults.expected(type)))));
    }

    private static Verdict standard(ErrorResponse response) {
        var status = response.getStatusCode();
        var known = HttpStatus.resolve(status.value());
        var detail = known == HttpStatus.NOT_FOUND
                ? "There is nothing at this path."
                : Optional.ofNullable(response.getBody().getDetail()).orElse("The request cannot be answered.");
        return Verdict.of(status, known == null ? "REFUSED" : known.name(), detail)
                .with(response.getHeaders());
    }
}
