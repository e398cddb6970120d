package dev.earshot.platform.web.problem;

import dev.earshot.api.refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says no from a filter, where no controller has been reached. */
@Component
public class ProblemWriter {
    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Answers with this status and code. */
    public void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        send(response, status, Problem.of(status, code, detail, request.getRequestURI()));
    }

    /** Answers with the refusal, as a controller's refusal is answered. */
    public void write(HttpServletRequest request, HttpServletResponse response, Refused refused) throws IOException {
        write(
                request,
                response,
                Verdict.status(refused.code().kind()),
                refused.code().name(),
                refused.getMessage());
    }

    private void send(HttpServletResponse response, HttpStatusCode status, Problem problem) throws IOException {
        byte[] body = json.writeValueAsBytes(problem);
        response.setStatus(status.value());
        response.setContentType(Problem.JSON.toString());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
