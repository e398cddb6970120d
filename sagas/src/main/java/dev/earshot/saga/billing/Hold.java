package dev.earshot.saga.billing;

/**
 * What is known of the call's hold.
 *
 * @param state how far it is
 * @param grantedSeconds how long the call may last on it
 * @param lowAt the size of the grant that ran low and for which no answer has come, or 0
 */
record Hold(State state, long grantedSeconds, long lowAt) {
    static final Hold UNANSWERED = new Hold(State.ASKED, 0, 0);

    enum State {
        ASKED,
        PLACED,
        DECLINED,
        /** Captured or released; nothing that arrives late changes that. */
        RESOLVED
    }

    /** The hold grants this much; an older, smaller grant that arrives late changes nothing. */
    Hold granting(long seconds) {
        long most = Math.max(seconds, grantedSeconds);
        return new Hold(state == State.RESOLVED ? state : State.PLACED, most, most > lowAt ? 0 : lowAt);
    }

    Hold declined() {
        return new Hold(State.DECLINED, grantedSeconds, lowAt);
    }

    Hold runningLow(long seconds) {
        return state == State.PLACED && seconds >= grantedSeconds ? new Hold(state, grantedSeconds, seconds) : this;
    }

    /** No more for now. The wallet remembers, and extends by itself when funds arrive. */
    Hold notExtended(long seconds) {
        return seconds == lowAt ? new Hold(state, grantedSeconds, 0) : this;
    }

    Hold resolved() {
        return new Hold(State.RESOLVED, grantedSeconds, 0);
    }

    boolean isSettled() {
        return state == State.DECLINED || state == State.RESOLVED;
    }
}
