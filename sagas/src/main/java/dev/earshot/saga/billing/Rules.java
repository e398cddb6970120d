package dev.earshot.saga.billing;

import dev.earshot.saga.BillingSettings;
import dev.earshot.saga.CallPromiseSettings;
import java.time.Duration;

/**
 * What holds for one call from its request to its settlement: frozen, so that changed settings never touch a running call.
 *
 * @param wantedSeconds seconds asked for at once
 * @param atLeastSeconds seconds without which the call is not admitted
 * @param askAgain how long an answer may take before the question is repeated
 * @param ring how long it may ring
 * @param connect how long the two may take to join
 * @param maximumLength how long it may last
 */
record Rules(
        long wantedSeconds,
        long atLeastSeconds,
        Duration askAgain,
        Duration ring,
        Duration connect,
        Duration maximumLength) {
    static Rules of(BillingSettings billing, CallPromiseSettings call) {
        return new Rules(
                billing.wantedSeconds(),
                billing.atLeastSeconds(),
                billing.askAgain(),
                call.ring(),
                call.connect(),
                call.maximumLength());
    }
}
