package dev.earshot.saga.billing;

import dev.earshot.api.money.Money;

/**
 * What is known of one authorization of the chain.
 *
 * @param number its number, 1 for the first
 * @param forGrant the size of the grant that ran low when it was asked for, 0 for the first
 * @param state how far it is
 * @param amount what is authorized; zero until that is known
 */
record CardHold(int number, long forGrant, State state, Money amount) {
    /** In the place of the grant while the fact that it ran low is still on its way. */
    static final long HEARD_OF_EARLY = -1;

    enum State {
        ASKED,
        AUTHORIZED,
        /** The wallet may grant from it. */
        LENT,
        DECLINED,
        /** Capturing or voiding it is in hand; nothing that arrives late changes that. */
        CLOSED
    }

    CardHold authorized(Money authorized) {
        return state == State.CLOSED
                ? this
                : new CardHold(number, forGrant, state == State.LENT ? state : State.AUTHORIZED, authorized);
    }

    /** Only ever moves on. */
    CardHold reached(State next) {
        return next.compareTo(state) > 0 ? new CardHold(number, forGrant, next, amount) : this;
    }

    CardHold askedFor(long grant) {
        return new CardHold(number, grant, state, amount);
    }

    boolean isHeardOfEarly() {
        return forGrant == HEARD_OF_EARLY;
    }

    boolean isSettled() {
        return state == State.DECLINED || state == State.CLOSED;
    }
}
