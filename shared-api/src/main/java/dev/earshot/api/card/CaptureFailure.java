package dev.earshot.api.card;

/** Why what was authorized could not be taken. */
public enum CaptureFailure {
    /** It may work later. */
    REFUSED,
    /** The authorization is gone for good. */
    AUTHORIZATION_GONE
}
