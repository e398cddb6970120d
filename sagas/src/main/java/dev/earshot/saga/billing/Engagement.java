package dev.earshot.saga.billing;

/** Whether the listener is reserved for the call. */
enum Engagement {
    ASKED,
    ENGAGED,
    DECLINED,
    /** No longer reserved; nothing that arrives late changes that. */
    FREED;

    /** Also after a "no": the question was repeated, and then the answer was yes. */
    Engagement engaged() {
        return this == FREED ? FREED : ENGAGED;
    }

    boolean isSettled() {
        return this == DECLINED || this == FREED;
    }
}
