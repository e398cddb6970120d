package dev.earshot.platform.web.problem;

import dev.earshot.api.refusal.RefusalCode;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.problem.Problem.Fault;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/** What a failure means to the client. */
record Verdict(HttpStatusCode status, String code, String detail, List<Fault> faults, HttpHeaders headers) {
    static Verdict of(HttpStatusCode status, String code, String detail) {
        return new Verdict(status, code, detail, List.of(), new HttpHeaders());
    }

    static Verdict of(Refused refused) {
        var plain = of(refused.code(), refused.getMessage());
        return refused.field()
                .map(field -> plain.blaming(new Fault(field, refused.getMessage())))
                .orElse(plain);
    }

    static Verdict of(RefusalCode code, String detail) {
        return of(status(code.kind()), code.name(), detail);
    }

    static Verdict faulty(String code, List<Fault> faults) {
        var first = faults.get(0);
        return new Verdict(
                HttpStatus.BAD_REQUEST, code, first.field() + " " + first.message() + ".", faults, new HttpHeaders());
    }

    private Verdict blaming(Fault fault) {
        return new Verdict(status, code, fault.field() + " " + fault.message() + ".", List.of(fault), headers);
    }

    Verdict retryAfter(int seconds) {
        var patient = new HttpHeaders(headers);
        patient.set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
        return new Verdict(status, code, detail, faults, patient);
    }

    Verdict with(HttpHeaders others) {
        return new Verdict(status, code, detail, faults, others);
    }

    ResponseEntity<Problem> answer(String path) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(Problem.JSON)
                .body(Problem.of(status, code, detail, path).blaming(faults));
    }

    /** The one place where the sorts of no become HTTP statuses. */
    static HttpStatus status(RefusalCode.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
