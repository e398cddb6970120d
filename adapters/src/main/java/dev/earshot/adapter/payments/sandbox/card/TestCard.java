package dev.earshot.adapter.payments.sandbox.card;

import dev.earshot.adapter.payments.sandbox.SandboxDisputes.Ending;
import java.util.Optional;
import java.util.stream.Stream;

/** What the network does with each test card, as well-known test cards do by their number. */
enum TestCard {
    OK("test_ok"),
    /** Not even the least amount is there. */
    INSUFFICIENT_FUNDS("test_insufficient_funds"),
    /** The first attempt is too much, the second, smaller one is not. */
    SHORT_OF_FUNDS("test_short_of_funds"),
    DECLINED("test_declined"),
    /** Good for one authorization of a call, and for no further one. */
    ONLY_ONCE("test_only_once"),
    /** The amount is held, but the answer gets lost: only asking again finds out. */
    AUTHORIZE_TIMEOUT("test_authorize_timeout"),
    /** The money is taken, but the answer gets lost. */
    CAPTURE_TIMEOUT("test_capture_timeout"),
    CAPTURE_FAILS("test_capture_fails"),
    /** What was held is gone when it is to be taken. */
    EXPIRES("test_expires"),
    /** The bank wants to hear from the cardholder, and hears from them late. */
    NEEDS_CUSTOMER("test_needs_customer"),
    /** The network is busy for as long before it answers. */
    SLOW("test_slow"),
    /** The card cannot even be saved. */
    NOT_SAVED("test_not_saved"),
    /** Captured; the cardholder disputes it some time later. */
    DISPUTED("test_disputed"),
    /** The same, and the bank decides for us as much later again. */
    DISPUTED_WON("test_disputed_won"),
    /** The same, and the bank decides for the cardholder. */
    DISPUTED_LOST("test_disputed_lost"),
    /** Captured; whoever wants to give it back is told no. */
    REFUND_REFUSED("test_refund_refused"),
    /** Captured; what is given back comes back some time later. */
    REFUND_RETURNED("test_refund_returned");

    private final String method;

    TestCard(String method) {
        this.method = method;
    }

    static Optional<TestCard> of(String method) {
        return Stream.of(values()).filter(known -> known.method.equals(method)).findFirst();
    }

    /** How a dispute about what it pays ends; empty where nobody disputes it. */
    Optional<Ending> dispute() {
        return Ending.of(method);
    }

    String method() {
        return method;
    }
}
