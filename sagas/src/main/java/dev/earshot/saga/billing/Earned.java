package dev.earshot.saga.billing;

import dev.earshot.api.money.Money;

/**
 * What the listener is owed for the call.
 *
 * @param amount what the capture came to; zero until then
 * @param credited whether the listener's earnings have it
 */
record Earned(Money amount, boolean credited) {
    Earned owing(Money owed) {
        return new Earned(owed, credited);
    }

    Earned paid() {
        return new Earned(amount, true);
    }

    boolean isSettled() {
        return credited || !amount.isPositive();
    }
}
