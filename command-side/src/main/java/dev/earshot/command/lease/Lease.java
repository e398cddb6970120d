package dev.earshot.command.lease;

/**
 * Names one lease.
 *
 * @param subject what is kept alive
 * @param holder who must beat for it; empty where the subject beats for itself
 */
public record Lease(String subject, String holder) {
    private static final String ITSELF = "";

    public Lease {
        holder = holder.isEmpty() ? ITSELF : holder; // There are many of these, so they share one text.
    }

    /** The lease of a subject that beats for itself. */
    public static Lease of(String subject) {
        return new Lease(subject, ITSELF);
    }
}
