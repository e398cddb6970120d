package dev.earshot.adapter.payments;

/** Nobody takes this event as things stand; it is listed with the reason, and can be driven again when that has changed. */
public final class Unrouted extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The reason is for whoever looks after the money. */
    public Unrouted(String reason) {
        super(reason, null, false, false);
    }
}
