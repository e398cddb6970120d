package dev.earshot.adapter.payments.sandbox;

import dev.earshot.adapter.payments.OpenTopUp;
import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.Declined;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.TopUpReply;
import dev.earshot.adapter.payments.TopUpReply.Settled;
import dev.earshot.adapter.payments.TopUpReply.Waiting;
import java.time.Instant;
import java.util.Map;

/** From the network's words to ours. */
final class SandboxMapping {
    private static final Map<String, String> AUTHENTICATE = Map.of("provider", "sandbox", "step", "authenticate");

    private SandboxMapping() {}

    /** What the network's reply to a question means; where it decides or says nothing, it is asked again at this time. */
    static TopUpReply reply(OpenTopUp topUp, Reply reply, Instant now, Instant askAgainAt) {
        return switch (reply.verdict()) {
            case PENDING -> new Waiting(reply.reference(), nextStep(topUp), reply.decidedAt());
            case NOTHING_HEARD -> new Waiting(reply.reference(), Map.of(), askAgainAt);
            default -> new Settled(decided(topUp, reply.verdict(), reply.reference(), now));
        };
    }

    /** What the network's decision means. */
    static PaymentEvent decided(OpenTopUp topUp, Verdict verdict, String reference, Instant at) {
        var about = new About(reference, topUp.id().value(), "", "", at);
        return verdict.decline()
                .<PaymentEvent>map(reason -> new Declined(about, reason))
                .orElseGet(() -> new Paid(about, topUp.amount()));
    }

    private static Map<String, String> nextStep(OpenTopUp topUp) {
        return TestMethod.of(topUp.method()).answering() == TestMethod.Answering.AFTER_A_STEP ? AUTHENTICATE : Map.of();
    }
}
