package dev.earshot.api.call;

import dev.earshot.api.refusal.RefusalCode;

/** Why a call says no to whoever commands it. */
public enum CallRefusal implements RefusalCode {
    CALL_UNKNOWN(Kind.UNKNOWN),
    CALLING_ONESELF(Kind.UNPROCESSABLE),
    PAY_METHOD_UNAVAILABLE(Kind.UNPROCESSABLE),
    CALL_NOT_RINGING(Kind.CONFLICT),
    CALL_NOT_RUNNING(Kind.CONFLICT),
    CALL_ALREADY_ENDED(Kind.CONFLICT),
    CALL_NOT_ENDED(Kind.CONFLICT),
    CALL_ALREADY_RATED(Kind.CONFLICT),
    /** The two never talked, so there is nothing to rate. */
    CALL_NEVER_CONNECTED(Kind.CONFLICT),
    ONLY_CALLEE_MAY_ANSWER(Kind.FORBIDDEN),
    ONLY_CALLER_MAY_RATE(Kind.FORBIDDEN),
    /** This listener can be paid from wallets only. */
    LISTENER_TAKES_NO_CARDS(Kind.UNPROCESSABLE);

    private final Kind kind;

    CallRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
