package dev.earshot.platform.start;

/** Something outside the program keeps it from starting; told without a stack trace, with what to do. */
public final class CannotStart extends IllegalStateException {
    private final String reason;
    private final String remedy;

    /** One sentence each: what is wrong, naming the setting or the folder, and what to do about it. */
    public CannotStart(String reason, String remedy) {
        super(reason + " " + remedy);
        this.reason = reason;
        this.remedy = remedy;
    }

    String reason() {
        return reason;
    }

    String remedy() {
        return remedy;
    }
}
