package dev.earshot.api.refusal;

/**
 * A command was refused by name. Checked, so that a refusal neither rolls back the unit of work nor costs the aggregate
 * its place in the cache.
 */
public final class Refused extends Exception {
    private final transient RefusalCode code;

    Refused(RefusalCode code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    public RefusalCode code() {
        return code;
    }
}
