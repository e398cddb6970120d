package dev.earshot.platform.web.idempotency;

import java.util.UUID;

/** What is known about a key when a request arrives with it. */
sealed interface Claim {
    /** Nobody did this yet, or whoever tried died. {@code attempt} proves that it is ours when we store the answer. */
    record Ours(UUID attempt) implements Claim {}

    /** Another request is doing it right now. */
    record Running() implements Claim {}

    /** The key was used for something else. */
    record Reused() implements Claim {}

    /** It was done. */
    record Done(Answer answer) implements Claim {}
}
