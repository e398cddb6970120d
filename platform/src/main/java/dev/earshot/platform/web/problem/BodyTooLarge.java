package dev.earshot.platform.web.problem;

import java.io.IOException;

/** The body has more bytes than this path accepts. */
public final class BodyTooLarge extends IOException {
    /** The code clients see. */
    public static final String CODE = "BODY_TOO_LARGE";

    /** The body went beyond this many bytes. */
    public BodyTooLarge(long limit) {
        super("At most " + limit + " bytes are accepted here.");
    }
}
