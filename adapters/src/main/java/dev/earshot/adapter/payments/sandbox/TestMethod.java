package dev.earshot.adapter.payments.sandbox;

import dev.earshot.adapter.payments.sandbox.SandboxDisputes.Ending;
import dev.earshot.adapter.payments.sandbox.hook.Manner;
import java.util.Optional;
import java.util.stream.Stream;

/** What the network does with each test method, as well-known test cards do by their number. */
enum TestMethod {
    OK("test_ok", Verdict.APPROVED),
    INSUFFICIENT_FUNDS("test_insufficient_funds", Verdict.INSUFFICIENT_FUNDS),
    DECLINED("test_declined", Verdict.DO_NOT_HONOR),
    /** The network takes its time and calls back. */
    LATE("test_late", Verdict.APPROVED, Answering.LATE, Manner.AT_ONCE),
    /** The money is taken, but the answer gets lost, and so does the hook: only asking the network later finds out. */
    TIMEOUT("test_timeout", Verdict.APPROVED, Answering.NEVER, Manner.LOST),
    /** Whatever else is sent. */
    UNKNOWN("", Verdict.NO_SUCH_METHOD),
    LOST_CARD("test_lost_card", Verdict.LOST_CARD),
    STOLEN_CARD("test_stolen_card", Verdict.STOLEN_CARD),
    EXPIRED_CARD("test_expired_card", Verdict.EXPIRED_CARD),
    INCORRECT_CVC("test_incorrect_cvc", Verdict.INCORRECT_CVC),
    PROCESSING_ERROR("test_processing_error", Verdict.PROCESSING_ERROR),
    DECLINED_LATE("test_declined_late", Verdict.DO_NOT_HONOR, Answering.LATE, Manner.AT_ONCE),
    /** The payer's bank wants to hear from the payer, and does some time later. */
    AUTHENTICATION("test_authentication_required", Verdict.APPROVED, Answering.AFTER_A_STEP, Manner.AT_ONCE),
    /** The same, but the payer says no. */
    AUTHENTICATION_FAILED(
            "test_authentication_failed", Verdict.NOT_AUTHENTICATED, Answering.AFTER_A_STEP, Manner.AT_ONCE),
    /** The answer gets lost, and the hook tells. */
    HOOK("test_hook", Verdict.APPROVED, Answering.NEVER, Manner.AT_ONCE),
    HOOK_DECLINED("test_hook_declined", Verdict.DO_NOT_HONOR, Answering.NEVER, Manner.AT_ONCE),
    HOOK_LATE("test_hook_late", Verdict.APPROVED, Answering.NEVER, Manner.LATE),
    HOOK_TWICE("test_hook_twice", Verdict.APPROVED, Answering.NEVER, Manner.TWICE),
    /** A first attempt fails and a second one does not, but the hook of the failure comes last. */
    HOOK_OUT_OF_ORDER("test_hook_out_of_order", Verdict.APPROVED, Answering.NEVER, Manner.AT_ONCE),
    /** Paid at once; the payer disputes it some time later. */
    DISPUTED("test_disputed", Verdict.APPROVED),
    /** The same, and the bank decides for us as much later again. */
    DISPUTED_WON("test_disputed_won", Verdict.APPROVED),
    /** The same, and the bank decides for the payer. */
    DISPUTED_LOST("test_disputed_lost", Verdict.APPROVED),
    /** Paid at once; whoever wants to give it back is told no. */
    REFUND_REFUSED("test_refund_refused", Verdict.APPROVED),
    /** Paid at once; what is given back comes back some time later. */
    REFUND_RETURNED("test_refund_returned", Verdict.APPROVED),
    /** Paid at once; the first answer about a refund gets lost. */
    REFUND_TIMEOUT("test_refund_timeout", Verdict.APPROVED);

    /** When the network answers the request itself. */
    enum Answering {
        AT_ONCE,
        LATE,
        NEVER,
        /** When the payer has done something. */
        AFTER_A_STEP
    }

    private final String method;
    private final Verdict verdict;
    private final Answering answering;
    private final Manner telling;

    TestMethod(String method, Verdict verdict) {
        this(method, verdict, Answering.AT_ONCE, Manner.AT_ONCE);
    }

    TestMethod(String method, Verdict verdict, Answering answering, Manner telling) {
        this.method = method;
        this.verdict = verdict;
        this.answering = answering;
        this.telling = telling;
    }

    static TestMethod of(String method) {
        return Stream.of(values())
                .filter(known -> known.method.equals(method))
                .findFirst()
                .orElse(UNKNOWN);
    }

    Verdict verdict() {
        return verdict;
    }

    Answering answering() {
        return answering;
    }

    /** How its hook is sent. */
    Manner telling() {
        return telling;
    }

    /** How a dispute about what is paid with it ends; empty where nobody disputes it. */
    Optional<Ending> dispute() {
        return Ending.of(method);
    }

    boolean isDecidedLate() {
        return answering == Answering.LATE || answering == Answering.AFTER_A_STEP;
    }
}
