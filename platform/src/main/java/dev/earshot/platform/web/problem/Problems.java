package dev.earshot.platform.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns whatever a controller throws into a problem; controllers themselves never catch. */
@RestControllerAdvice
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Verdict INTERNAL = Verdict.of(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "INTERNAL",
            "Something went wrong on our side. Quote the correlation id when you ask for help.");

    @ExceptionHandler(Exception.class)
    ResponseEntity<Problem> answer(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted() || failure instanceof AsyncRequestNotUsableException) {
            LOG.debug("The client of {} is gone", request.getRequestURI(), failure);
            return null;
        }
        var verdict = verdict(failure);
        if (verdict == INTERNAL) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        } else if (verdict.status().is5xxServerError()) {
            LOG.warn("{} {} put off", request.getMethod(), request.getRequestURI(), failure);
        }
        return verdict.answer(request.getRequestURI());
    }

    private static Verdict verdict(Exception failure) {
        return WebFailures.tooLarge(failure)
                .or(() -> BodyFailures.verdict(failure))
                .or(() -> WebFailures.verdict(failure))
                .or(() -> CommandFailures.verdict(failure))
                .orElse(INTERNAL);
    }
}
