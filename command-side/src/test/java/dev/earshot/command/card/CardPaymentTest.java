package dev.earshot.command.card;

import static dev.earshot.command.card.CardPaymentStory.*;

import dev.earshot.api.card.CaptureFailure;
import dev.earshot.api.card.CardDecline;
import dev.earshot.api.card.CardPaymentCommand.CaptureCard;
import dev.earshot.api.card.CardPaymentCommand.ConfirmCapture;
import dev.earshot.api.card.CardPaymentCommand.ConfirmVoid;
import dev.earshot.api.card.CardPaymentCommand.ExpireAuthorization;
import dev.earshot.api.card.CardPaymentCommand.LoseCardAnswer;
import dev.earshot.api.card.CardPaymentEvent.AuthorizationRequested;
import dev.earshot.api.card.CardPaymentEvent.CardAbandoned;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardPaymentEvent.CardDeclined;
import dev.earshot.api.card.CardPaymentEvent.CardExpired;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardPaymentEvent.CardUnknown;
import dev.earshot.api.card.CardPaymentEvent.CardVoided;
import dev.earshot.api.card.CardPaymentEvent.ChargeWaived;
import dev.earshot.api.card.CardRefusal;
import dev.earshot.command.Refusals;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CardPaymentTest {
    @Test
    void asksForWhatIsWantedAndForLessOnlyWhenTheFundsDoNotSuffice() {
        given().when(authorize(3000, 1200)).expectEvents(requested(3000, 1200, 1));
        given(authorize(3000, 1200))
                .when(decline(1, CardDecline.INSUFFICIENT_FUNDS))
                .expectEvents(requested(1200, 1200, 2));
        given(authorize(3000, 1200), decline(1, CardDecline.INSUFFICIENT_FUNDS))
                .when(decline(2, CardDecline.INSUFFICIENT_FUNDS))
                .expectEvents(new CardDeclined(PAYMENT, CALL, PARTIES, CardDecline.INSUFFICIENT_FUNDS, NOON));
        given(authorize(3000, 1200))
                .when(decline(1, CardDecline.CARD_DECLINED))
                .expectEvents(new CardDeclined(PAYMENT, CALL, PARTIES, CardDecline.CARD_DECLINED, NOON));
        given(authorize(3000, 1200), decline(1, CardDecline.INSUFFICIENT_FUNDS))
                .when(decline(1, CardDecline.INSUFFICIENT_FUNDS))
                .expectNoEvents();
    }

    @Test
    void asksForNoLessThanProvidersTake() {
        given().when(authorize(30, 12)).expectEvents(requested(50, 50, 1));
        given(authorize(30, 12))
                .when(decline(1, CardDecline.INSUFFICIENT_FUNDS))
                .expectEvents(new CardDeclined(PAYMENT, CALL, PARTIES, CardDecline.INSUFFICIENT_FUNDS, NOON));
    }

    @Test
    void isAuthorizedOnceHoweverOftenItIsTold() {
        given(authorize(3000, 1200)).when(confirm(1, 3000)).expectEvents(authorized(3000));
        given(authorize(3000, 1200), confirm(1, 3000)).when(confirm(1, 3000)).expectNoEvents();
        given(authorize(3000, 1200), confirm(1, 3000))
                .when(decline(1, CardDecline.CARD_DECLINED))
                .expectNoEvents();
        given(authorize(3000, 1200), confirm(1, 3000))
                .when(authorize(3000, 1200))
                .expectNoEvents();
    }

    @Test
    void isVoidedWhenItIsAuthorizedAfterItWasAbandoned() {
        given(authorize(3000, 1200)).when(letGo()).expectEvents(new CardAbandoned(PAYMENT, CALL, PARTIES, NOON));
        given(authorize(3000, 1200), letGo()).when(letGo()).expectNoEvents();
        given(authorize(3000, 1200), letGo()).when(confirm(1, 3000)).expectEvents(authorized(3000), voidRequested());
        given(authorize(3000, 1200), letGo())
                .when(decline(1, CardDecline.INSUFFICIENT_FUNDS))
                .expectEvents(new CardDeclined(PAYMENT, CALL, PARTIES, CardDecline.INSUFFICIENT_FUNDS, NOON));
    }

    @Test
    void isNeverAskedForWhenItWasVoidedBefore() {
        given().when(letGo()).expectEvents(new CardAbandoned(PAYMENT, CALL, PARTIES, NOON));
        given(letGo()).when(authorize(3000, 1200)).expectNoEvents();
    }

    @Test
    void isUnknownOnceUntilAnAnswerComes() {
        given(authorize(3000, 1200))
                .when(new LoseCardAnswer(PAYMENT, NOON))
                .expectEvents(new CardUnknown(PAYMENT, CALL, PARTIES, NOON));
        given(authorize(3000, 1200), new LoseCardAnswer(PAYMENT, NOON))
                .when(new LoseCardAnswer(PAYMENT, NOON))
                .expectNoEvents();
        Refusals.expect(
                CardRefusal.CARD_PAYMENT_UNSETTLED,
                given(authorize(3000, 1200), new LoseCardAnswer(PAYMENT, NOON)).when(capture(900)));
        given(authorize(3000, 1200), new LoseCardAnswer(PAYMENT, NOON))
                .when(confirm(1, 3000))
                .expectEvents(authorized(3000));
        given(authorize(3000, 1200), confirm(1, 3000))
                .when(new LoseCardAnswer(PAYMENT, NOON))
                .expectNoEvents();
    }

    @Test
    void isCapturedOnceForWhatWasCharged() {
        given(authorize(3000, 1200), confirm(1, 3000)).when(capture(900)).expectEvents(captureRequested(900, 1, NOON));
        given(authorize(3000, 1200), confirm(1, 3000), capture(900))
                .when(capture(900))
                .expectNoEvents();
        given(authorize(3000, 1200), confirm(1, 3000), capture(900))
                .when(letGo())
                .expectNoEvents();
        given(authorize(3000, 1200), confirm(1, 3000), capture(900))
                .when(new ConfirmCapture(PAYMENT, usd(900), NOON))
                .expectEvents(new CardCaptured(PAYMENT, CALL, PARTIES, PAYEE, usd(900), FEE, NOON));
        given(authorize(3000, 1200), confirm(1, 3000), capture(900), new ConfirmCapture(PAYMENT, usd(900), NOON))
                .when(new ConfirmCapture(PAYMENT, usd(900), NOON))
                .expectNoEvents();
        Refusals.expect(
                CardRefusal.CAPTURE_OUT_OF_RANGE,
                given(authorize(3000, 1200), confirm(1, 3000)).when(capture(3001)));
        Refusals.expect(
                CardRefusal.CAPTURE_OUT_OF_RANGE,
                given(authorize(3000, 1200), confirm(1, 3000), capture(900))
                        .when(new ConfirmCapture(PAYMENT, usd(3000), NOON)));
    }

    @Test
    void isVoidedForNothingAndWaivedForTooLittle() {
        given(authorize(3000, 1200), confirm(1, 3000)).when(letGo()).expectEvents(voidRequested());
        given(authorize(3000, 1200), confirm(1, 3000))
                .when(new CaptureCard(PAYMENT, usd(0), usd(0), NOON))
                .expectEvents(voidRequested());
        given(authorize(3000, 1200), confirm(1, 3000))
                .when(capture(49))
                .expectEvents(new ChargeWaived(PAYMENT, CALL, PARTIES, usd(49), NOON), voidRequested());
        given(authorize(3000, 1200), confirm(1, 3000)).when(capture(50)).expectEvents(captureRequested(50, 1, NOON));
        given(authorize(3000, 1200), confirm(1, 3000), letGo())
                .when(new ConfirmVoid(PAYMENT, NOON))
                .expectEvents(new CardVoided(PAYMENT, CALL, PARTIES, NOON));
    }

    @Test
    void isTriedAgainWithBackOffAndOwedInTheEnd() {
        given(authorize(3000, 1200), confirm(1, 3000), capture(900))
                .when(fail(1, CaptureFailure.REFUSED))
                .expectEvents(captureRequested(900, 2, NOON.plus(Duration.ofMinutes(1))));
        given(authorize(3000, 1200), confirm(1, 3000), capture(900), fail(1, CaptureFailure.REFUSED))
                .when(fail(1, CaptureFailure.REFUSED))
                .expectNoEvents();
        given(authorize(3000, 1200), confirm(1, 3000), capture(900), fail(1, CaptureFailure.REFUSED))
                .when(fail(2, CaptureFailure.REFUSED))
                .expectEvents(captureRequested(900, 3, NOON.plus(Duration.ofMinutes(4))));
        given(
                        authorize(3000, 1200),
                        confirm(1, 3000),
                        capture(900),
                        fail(1, CaptureFailure.REFUSED),
                        fail(2, CaptureFailure.REFUSED))
                .when(fail(3, CaptureFailure.REFUSED))
                .expectEvents(owed(900));
    }

    @Test
    void isOwedAtOnceWhenTheAuthorizationIsGone() {
        given(authorize(3000, 1200), confirm(1, 3000), capture(900))
                .when(fail(1, CaptureFailure.AUTHORIZATION_GONE))
                .expectEvents(new CardExpired(PAYMENT, CALL, PARTIES, NOON), owed(900));
        given(authorize(3000, 1200), confirm(1, 3000))
                .when(new ExpireAuthorization(PAYMENT, NOON))
                .expectEvents(new CardExpired(PAYMENT, CALL, PARTIES, NOON));
        given(authorize(3000, 1200), confirm(1, 3000), new ExpireAuthorization(PAYMENT, NOON))
                .when(capture(900))
                .expectEvents(owed(900));
        given(authorize(3000, 1200), confirm(1, 3000), new ExpireAuthorization(PAYMENT, NOON))
                .when(letGo())
                .expectEvents(new CardVoided(PAYMENT, CALL, PARTIES, NOON));
    }

    private static CardReceivableRaised owed(long minor) {
        return new CardReceivableRaised(PAYMENT, CALL, PARTIES, usd(minor), NOON);
    }

    private static CardAuthorized authorized(long minor) {
        return new CardAuthorized(PAYMENT, CALL, PARTIES, usd(minor), "ref", LATER, NOON);
    }

    private static AuthorizationRequested requested(long minor, long atLeast, int attempt) {
        return new AuthorizationRequested(PAYMENT, CALL, PARTIES, CARD, PAYEE, usd(minor), usd(atLeast), attempt, NOON);
    }
}
