package dev.earshot.platform.security;

import dev.earshot.platform.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells somebody who is not let in whether a token is missing, old or worthless, or a role is lacking. */
@Component
class Door implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemWriter problems;

    Door(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (isExpired(why)) {
            unauthorized(request, response, "TOKEN_EXPIRED", "The access token has expired. Refresh the session.");
        } else if (why instanceof OAuth2AuthenticationException) {
            unauthorized(request, response, "TOKEN_INVALID", "The access token is not one of ours. Sign in again.");
        } else {
            unauthorized(request, response, "TOKEN_MISSING", "Sign in and send Authorization: Bearer <accessToken>.");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        problems.write(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "FORBIDDEN",
                "Your account does not have the role that this takes.");
    }

    private void unauthorized(HttpServletRequest request, HttpServletResponse response, String code, String detail)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(request, response, HttpStatus.UNAUTHORIZED, code, detail);
    }

    private static boolean isExpired(AuthenticationException why) {
        return why.getCause() instanceof JwtValidationException invalid
                && invalid.getErrors().contains(AccessTokens.EXPIRED);
    }
}
