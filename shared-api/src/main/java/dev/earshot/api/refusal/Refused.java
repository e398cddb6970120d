package dev.earshot.api.refusal;

import java.util.Optional;

/**
 * A command was refused by name. Checked, so that a refusal neither rolls back the unit of work nor costs the aggregate
 * its place in the cache.
 */
public final class Refused extends Exception {
    private final transient RefusalCode code;
    private final String field;

    Refused(RefusalCode code, String field, String text) {
        super(text, null, false, false);
        this.code = code;
        this.field = field;
    }

    public RefusalCode code() {
        return code;
    }

    /** The field of the request that is to blame, such as {@code amount.minor}, if it is one. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
