package dev.earshot.adapter.payments.sandbox.payout;

import dev.earshot.api.payout.PayoutFailure;
import java.util.Optional;
import java.util.stream.Stream;

/** What the banks do with each test method. */
enum PayoutMethod {
    OK("test_ok", When.AT_ONCE, When.AT_ONCE, null),
    VERIFIED_LATE("test_verified_late", When.LATE, When.AT_ONCE, null),
    NEVER_VERIFIED("test_never_verified", When.NEVER, When.AT_ONCE, null),
    DECLINED("test_declined", When.AT_ONCE, When.AT_ONCE, PayoutFailure.DECLINED),
    LATE("test_late", When.AT_ONCE, When.LATE, null),
    DECLINED_LATE("test_declined_late", When.AT_ONCE, When.LATE, PayoutFailure.DECLINED),
    /** The money is sent, but the answer gets lost: only asking the bank later finds out. */
    TIMEOUT("test_timeout", When.AT_ONCE, When.NEVER, null),
    /** As {@link #TIMEOUT}, but the money was not sent. */
    TIMEOUT_DECLINED("test_timeout_declined", When.AT_ONCE, When.NEVER, PayoutFailure.DECLINED),
    /** The money arrives, and comes back some time later. */
    RETURNED("test_returned", When.AT_ONCE, When.AT_ONCE, null);

    /** When something is told. */
    enum When {
        AT_ONCE,
        LATE,
        NEVER
    }

    private final String method;
    private final When verified;
    private final When answered;
    private final PayoutFailure failure;

    PayoutMethod(String method, When verified, When answered, PayoutFailure failure) {
        this.method = method;
        this.verified = verified;
        this.answered = answered;
        this.failure = failure;
    }

    static Optional<PayoutMethod> of(String method) {
        return Stream.of(values()).filter(known -> known.method.equals(method)).findFirst();
    }

    When verified() {
        return verified;
    }

    When answered() {
        return answered;
    }

    /** Why no money arrives; empty if it does. */
    Optional<PayoutFailure> failure() {
        return Optional.ofNullable(failure);
    }

    boolean comesBack() {
        return this == RETURNED;
    }
}
