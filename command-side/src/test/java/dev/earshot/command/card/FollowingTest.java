package dev.earshot.command.card;

import static dev.earshot.command.card.CardPaymentStory.CALL;
import static dev.earshot.command.card.CardPaymentStory.CARD;
import static dev.earshot.command.card.CardPaymentStory.LATER;
import static dev.earshot.command.card.CardPaymentStory.NOON;
import static dev.earshot.command.card.CardPaymentStory.PARTIES;
import static dev.earshot.command.card.CardPaymentStory.PAYEE;
import static dev.earshot.command.card.CardPaymentStory.PAYMENT;
import static dev.earshot.command.card.CardPaymentStory.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardPaymentEvent.AuthorizationRequested;
import dev.earshot.api.card.CardPaymentEvent.CaptureRequested;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.card.CardReversalEvent.CardDisputeLost;
import dev.earshot.api.card.CardReversalEvent.CardDisputeOpened;
import dev.earshot.api.card.CardReversalEvent.CardDisputeWon;
import dev.earshot.api.card.CardReversalEvent.CardPaymentReversed;
import dev.earshot.api.card.CardReversalEvent.CardRefundConfirmed;
import dev.earshot.api.card.CardReversalEvent.CardRefundRecorded;
import dev.earshot.api.card.CardReversalEvent.CardRefundRequested;
import dev.earshot.api.card.RefundBearer;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.topup.RefundReason;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What follows from news of a captured 10.01, of which 8.51 went to the listener; no framework takes part. */
class FollowingTest {
    @Test
    void nothing_follows_before_it_is_captured_and_all_of_it_then() {
        Paid paid = new Paid();
        paid.authorized();
        paid.reversed.on(new CardDisputeOpened(PAYMENT, CALL, PARTIES, "d", usd(1_001), NOON));
        assertThat(paid.follow()).isEmpty();

        paid.captured();
        assertThat(paid.follow()).singleElement().isInstanceOf(CardPaymentReversed.class);
    }

    /** The end of a capture asks for it as well, and so does each repetition. */
    @Property
    void what_was_told_is_not_told_again(@ForAll("news") List<CardReversalEvent> news) {
        Paid paid = new Paid();
        paid.authorized();
        paid.captured();
        for (CardReversalEvent fact : news) {
            paid.reversed.on(fact);
            paid.follow();
            assertThat(paid.follow()).isEmpty();
        }
    }

    @Provide
    Arbitrary<List<CardReversalEvent>> news() {
        Arbitrary<Long> amounts = Arbitraries.longs().between(0, 1_200);
        Arbitrary<CardReversalEvent> dispute = Combinators.combine(
                        Arbitraries.integers().between(0, 2), Arbitraries.of("d", "e"), amounts)
                .as((verdict, name, minor) -> switch (verdict) {
                    case 0 -> new CardDisputeOpened(PAYMENT, CALL, PARTIES, name, usd(minor), NOON);
                    case 1 -> new CardDisputeLost(PAYMENT, CALL, PARTIES, name, usd(minor), NOON);
                    default -> new CardDisputeWon(PAYMENT, CALL, PARTIES, name, usd(minor), NOON);
                });
        Arbitrary<CardReversalEvent> outside =
                amounts.map(minor -> new CardRefundRecorded(PAYMENT, CALL, PARTIES, usd(minor), NOON));
        RefundId refund = new RefundId("rfd_a");
        CardReversalEvent ours = new CardRefundRequested(
                PAYMENT,
                CALL,
                PARTIES,
                refund,
                "ref",
                usd(333),
                RefundReason.REQUESTED_BY_MEMBER,
                RefundBearer.LISTENER,
                NOON);
        CardReversalEvent made = new CardRefundConfirmed(PAYMENT, CALL, PARTIES, refund, usd(333), "re", NOON);
        return Arbitraries.oneOf(dispute, outside).list().ofMaxSize(10).map(others -> {
            List<CardReversalEvent> all = new ArrayList<>(others);
            all.add(all.size() / 2, ours);
            all.add(made);
            return all;
        });
    }

    /** A payment without its aggregate. */
    private static final class Paid {
        private final Authorization payment = new Authorization();
        private final Reversed reversed = new Reversed();

        void authorized() {
            happen(new AuthorizationRequested(PAYMENT, CALL, PARTIES, CARD, PAYEE, usd(3_000), usd(1_200), 1, NOON));
            happen(new CardAuthorized(PAYMENT, CALL, PARTIES, usd(3_000), "ref", LATER, NOON));
        }

        void captured() {
            happen(new CaptureRequested(PAYMENT, CALL, PARTIES, "ref", usd(1_001), usd(150), 1, NOON, NOON));
            happen(new CardCaptured(PAYMENT, CALL, PARTIES, PAYEE, usd(1_001), usd(150), NOON));
        }

        private void happen(CardPaymentEvent event) {
            payment.on(event);
            reversed.on(event);
        }

        List<CardReversalEvent> follow() {
            List<CardReversalEvent> told = new ArrayList<>();
            new Following(payment, reversed, fact -> {
                        reversed.on(fact);
                        told.add(fact);
                    })
                    .follow(NOON);
            return told;
        }
    }
}
