package dev.earshot.api.card;

/** Who bears a refund of a call that was paid by card. */
public enum RefundBearer {
    /** The platform, out of its own pocket: the listener keeps what the call has earned. */
    PLATFORM,
    /** Everybody gives back what the call had brought them: the listener their share, the platform its fee. */
    LISTENER
}
