package dev.earshot.command.card;

import dev.earshot.api.call.Parties;
import dev.earshot.api.card.CaptureFailure;
import dev.earshot.api.card.CardDecline;
import dev.earshot.api.card.CardPaymentCommand;
import dev.earshot.api.card.CardPaymentCommand.AuthorizeCard;
import dev.earshot.api.card.CardPaymentCommand.CaptureCard;
import dev.earshot.api.card.CardPaymentCommand.ConfirmAuthorization;
import dev.earshot.api.card.CardPaymentCommand.DeclineAuthorization;
import dev.earshot.api.card.CardPaymentCommand.FailCapture;
import dev.earshot.api.card.CardPaymentCommand.VoidCard;
import dev.earshot.api.card.CardPaymentEvent.CaptureRequested;
import dev.earshot.api.card.CardPaymentEvent.VoidRequested;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

/** The words in which authorizations are tested. */
final class CardPaymentStory {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant LATER = NOON.plus(Duration.ofDays(7));
    static final CallId CALL = new CallId("call_one");
    static final CardPaymentId PAYMENT = CardPaymentId.of(CALL, 1);
    static final CardId CARD = new CardId("card_one");
    static final String PAYEE = "acct_lea";
    static final Money FEE = usd(7);
    static final Parties PARTIES = new Parties(new AccountId("acc_ann"), ListenerId.of(new AccountId("acc_lea")));
    static final CardSettings SETTINGS = new CardSettings(3, 3, Duration.ofMinutes(1), Map.of());

    private CardPaymentStory() {}

    /** An authorization of which all this was asked before. */
    static Told given(CardPaymentCommand... past) {
        return new Told(List.of(past));
    }

    record Told(List<CardPaymentCommand> past) {
        ResultValidator<CardPayment> when(CardPaymentCommand command) {
            return new AggregateTestFixture<>(CardPayment.class)
                    .registerInjectableResource(SETTINGS)
                    .givenCommands(past)
                    .when(command);
        }
    }

    static AuthorizeCard authorize(long wanted, long atLeast) {
        return new AuthorizeCard(PAYMENT, CALL, PARTIES, CARD, PAYEE, usd(wanted), usd(atLeast), NOON);
    }

    static ConfirmAuthorization confirm(int attempt, long minor) {
        return new ConfirmAuthorization(PAYMENT, attempt, usd(minor), "ref", LATER, NOON);
    }

    static DeclineAuthorization decline(int attempt, CardDecline reason) {
        return new DeclineAuthorization(PAYMENT, attempt, reason, NOON);
    }

    static CaptureCard capture(long minor) {
        return new CaptureCard(PAYMENT, usd(minor), FEE, NOON);
    }

    static FailCapture fail(int attempt, CaptureFailure reason) {
        return new FailCapture(PAYMENT, attempt, reason, NOON);
    }

    static VoidCard letGo() {
        return new VoidCard(PAYMENT, CALL, PARTIES, NOON);
    }

    static VoidRequested voidRequested() {
        return new VoidRequested(PAYMENT, CALL, PARTIES, "ref", NOON);
    }

    static CaptureRequested captureRequested(long minor, int attempt, Instant notBefore) {
        return new CaptureRequested(PAYMENT, CALL, PARTIES, "ref", usd(minor), FEE, attempt, notBefore, NOON);
    }

    static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
