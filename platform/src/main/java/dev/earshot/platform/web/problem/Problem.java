package dev.earshot.platform.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.platform.trace.Correlation;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * The body of every answer that is not a success, after RFC 9457.
 *
 * @param type an address made of the code; it names the problem and need not resolve
 * @param title the code in words, the same for every occurrence
 * @param code what clients branch on; never renamed
 * @param detail what is wrong this time, and what to do, for people
 * @param instance the path that was asked
 * @param errors which fields of the request are wrong, absent unless fields are to blame
 * @param correlationId what to quote to support; the logs of the request carry it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String instance,
        List<Fault> errors,
        String correlationId) {
    static final MediaType JSON = MediaType.APPLICATION_PROBLEM_JSON;

    /**
     * One wrong field.
     *
     * @param field where: a JSON path such as {@code amount.minor}, or the name of a parameter or header
     * @param message what is expected there
     */
    public record Fault(String field, String message) {}

    static Problem of(HttpStatusCode status, String code, String detail, String instance) {
        return new Problem(
                "https://earshot.dev/problems/" + code,
                title(code),
                status.value(),
                code,
                detail,
                instance,
                List.of(),
                Correlation.current().orElse(null));
    }

    Problem blaming(List<Fault> faults) {
        return new Problem(type, title, status, code, detail, instance, List.copyOf(faults), correlationId);
    }

    private static String title(String code) {
        var words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
