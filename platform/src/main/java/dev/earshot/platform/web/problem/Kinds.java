package dev.earshot.platform.web.problem;

import dev.earshot.api.refusal.RefusalCode;
import org.springframework.http.HttpStatus;

/** The one place where the sorts of no become HTTP statuses. */
final class Kinds {
    private Kinds() {}

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
