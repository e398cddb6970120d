package dev.earshot.adapter.payments.sandbox;

import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.RefundFailed;
import dev.earshot.adapter.payments.sandbox.books.SandboxBooks;
import dev.earshot.adapter.payments.sandbox.card.CardNetwork;
import dev.earshot.adapter.payments.sandbox.hook.SandboxEvents;
import dev.earshot.adapter.refund.OpenRefund;
import dev.earshot.adapter.refund.RefundProvider;
import dev.earshot.adapter.refund.RefundReply;
import dev.earshot.adapter.refund.RefundReply.Given;
import dev.earshot.adapter.refund.RefundReply.NotGiven;
import dev.earshot.adapter.refund.RefundReply.Unknown;
import dev.earshot.api.topup.RefundFailure;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The network's refunds: the method that was paid with decides what becomes of them. */
@Component
@WhenSandbox
class SandboxRefunds implements RefundProvider {
    private final SandboxEvents events;
    private final CardNetwork cards;
    private final SandboxBooks books;
    private final SandboxSettings settings;
    private final Clock clock;

    SandboxRefunds(SandboxEvents events, CardNetwork cards, SandboxBooks books, SandboxSettings settings, Clock clock) {
        this.events = events;
        this.cards = cards;
        this.books = books;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public RefundReply ask(OpenRefund refund) {
        String reference = "sbxr_" + refund.id().suffix();
        return switch (TestMethod.of(methodOf(refund))) {
            case REFUND_REFUSED -> new NotGiven(RefundFailure.REFUSED);
            case REFUND_TIMEOUT ->
                refund.attempts() == 1 ? new Unknown("nothing was heard", Duration.ZERO) : given(refund, reference);
            case REFUND_RETURNED -> {
                returnLater(refund, reference);
                yield given(refund, reference);
            }
            default -> given(refund, reference);
        };
    }

    private Given given(OpenRefund refund, String reference) {
        books.refunded(reference, refund.payment(), refund.amount(), clock.instant());
        return new Given(reference);
    }

    private String methodOf(OpenRefund refund) {
        return refund.method().isEmpty() ? cards.methodOf(refund.payment()).orElse("") : refund.method();
    }

    private void returnLater(OpenRefund refund, String reference) {
        var about = new About(
                refund.payment(), refund.subject(), "", "", clock.instant().plus(settings.lateBy()));
        books.refundReturned(reference, refund.payment(), refund.amount(), about.at());
        events.tell(
                "sev_" + refund.id().suffix() + "_returned",
                new RefundFailed(about, reference, refund.id().value(), refund.amount()));
    }
}
