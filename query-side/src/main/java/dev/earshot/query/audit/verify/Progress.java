package dev.earshot.query.audit.verify;

/** Hears how far a verification is. */
public interface Progress {
    /** So many events of about so many. Told for every few thousand. */
    void checked(long events, long all);

    /** Whether nobody wants the verdict any more. */
    boolean isCancelled();
}
