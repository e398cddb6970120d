package dev.earshot.query.audit;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what fails once, and that it is over; a schedule would stop at an exception. */
final class Trouble {
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

    private final String title;
    private volatile String what;

    Trouble(String title) {
        this.title = title;
    }

    /** What failed the last time, if it did. */
    Optional<String> what() {
        return Optional.ofNullable(what);
    }

    void during(Runnable turn) {
        try {
            turn.run();
            if (what != null) {
                what = null;
                LOG.info("{}: that is over", title);
            }
        } catch (RuntimeException e) {
            if (what == null) {
                LOG.error("{}; it is tried again", title, e);
            }
            what = title + ": " + e.getMessage();
        }
    }
}
