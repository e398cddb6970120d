package dev.earshot.query.audit.verify.finding;

/** There is nothing the log could be held against, or somebody wants no verdict any more. Says nothing about the log. */
public final class CannotVerify extends RuntimeException {
    public CannotVerify(String why) {
        super(why);
    }
}
