package dev.earshot.adapter.hook;

import dev.earshot.adapter.hook.HookInbox.Hook;
import dev.earshot.adapter.payments.PaymentEvent;
import java.time.Instant;

/**
 * What became of an attempt.
 *
 * @param kind what sort of payment event it was; empty if it is none
 * @param payment the provider's name for the payment
 * @param error why it is not processed, or what was refused; empty if all is well
 * @param nextTryAt when it is tried again, if it is
 */
record Conclusion(Hook hook, HookStatus status, String kind, String payment, String error, Instant nextTryAt) {
    Conclusion {
        error = error.replace(
                '\0', '\uFFFD'); // It may quote what was told, and one would keep all of a round from being written.
    }

    static Conclusion unread(Hook hook, HookStatus status, String error) {
        return new Conclusion(hook, status, "", "", error, Instant.EPOCH);
    }

    static Conclusion of(Hook hook, HookStatus status, PaymentEvent event, String error) {
        return of(hook, status, event, error, Instant.EPOCH);
    }

    static Conclusion of(Hook hook, HookStatus status, PaymentEvent event, String error, Instant nextTryAt) {
        return new Conclusion(
                hook, status, event.getClass().getSimpleName(), event.about().payment(), error, nextTryAt);
    }
}
