package dev.earshot.adapter.payments.sandbox;

import java.util.stream.Stream;

/** What the network does with each test method, as well-known test cards do by their number. */
enum TestMethod {
    OK("test_ok", Verdict.APPROVED, Answering.AT_ONCE),
    INSUFFICIENT_FUNDS("test_insufficient_funds", Verdict.INSUFFICIENT_FUNDS, Answering.AT_ONCE),
    DECLINED("test_declined", Verdict.DO_NOT_HONOR, Answering.AT_ONCE),
    /** The network takes its time and calls back. */
    LATE("test_late", Verdict.APPROVED, Answering.LATE),
    /** The money is taken, but the answer gets lost: only asking the network later finds out. */
    TIMEOUT("test_timeout", Verdict.APPROVED, Answering.NEVER),
    /** Whatever else is sent. */
    UNKNOWN("", Verdict.NO_SUCH_METHOD, Answering.AT_ONCE);

    /** When the network answers the request itself. */
    enum Answering {
        AT_ONCE,
        LATE,
        NEVER
    }

    private final String method;
    private final Verdict verdict;
    private final Answering answering;

    TestMethod(String method, Verdict verdict, Answering answering) {
        this.method = method;
        this.verdict = verdict;
        this.answering = answering;
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
}
