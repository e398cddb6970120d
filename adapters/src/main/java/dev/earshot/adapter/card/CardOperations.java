package dev.earshot.adapter.card;

import dev.earshot.adapter.card.CardOperation.Authorize;
import dev.earshot.adapter.card.CardOperation.Capture;
import dev.earshot.adapter.card.CardOperation.Forget;
import dev.earshot.adapter.card.CardOperation.Release;
import dev.earshot.adapter.card.CardOperation.Save;
import dev.earshot.adapter.card.CardOperation.Watch;
import dev.earshot.adapter.payments.CardPaymentNames;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardPaymentEvent.AuthorizationRequested;
import dev.earshot.api.card.CardPaymentEvent.CaptureRequested;
import dev.earshot.api.card.CardPaymentEvent.CardAbandoned;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardPaymentEvent.CardDeclined;
import dev.earshot.api.card.CardPaymentEvent.CardExpired;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardPaymentEvent.CardVoided;
import dev.earshot.api.card.CardPaymentEvent.VoidRequested;
import dev.earshot.api.card.CardholderEvent.CardOffered;
import dev.earshot.api.card.CardholderEvent.CardRemoved;
import dev.earshot.api.card.CardholderEvent.CardSaved;
import dev.earshot.api.card.CardholderEvent.CardTurnedAway;
import dev.earshot.api.id.CardholderId;
import dev.earshot.platform.payments.NextSteps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes up what is to be asked about cards. No provider is called here, for a slow one would hold up all others:
 * {@link CardDesk} asks, from the moment this is committed on.
 */
@Component
@ProcessingGroup("card-payments")
@DisallowReplay
class CardOperations {
    private final OpenCardOperations open;
    private final CardPaymentNames names;
    private final CardDesk desk;
    private final NextSteps nextSteps;
    private final Clock clock;
    private final String provider;
    private final Duration watchBefore;

    CardOperations(
            OpenCardOperations open,
            CardPaymentNames names,
            CardDesk desk,
            NextSteps nextSteps,
            Clock clock,
            CardDeskSettings settings,
            ObjectProvider<CardProvider> providers) {
        this.open = open;
        this.names = names;
        this.desk = desk;
        this.nextSteps = nextSteps;
        this.clock = clock;
        this.provider = CardDesk.providerOf(providers).name();
        this.watchBefore = settings.watchBefore();
    }

    @EventHandler
    void on(CardOffered event) {
        askSoon(new Save(event.cardholderId(), event.cardId(), event.method()), clock.instant());
    }

    @EventHandler
    void on(CardSaved event) {
        closeSave(event.cardId().value());
    }

    @EventHandler
    void on(CardTurnedAway event) {
        closeSave(event.cardId().value());
    }

    @EventHandler
    void on(CardRemoved event) {
        closeSave(event.cardId().value());
        askSoon(new Forget(event.cardholderId(), event.cardId()), clock.instant());
    }

    @EventHandler
    void on(AuthorizationRequested event) {
        closeAuthorize(event); // What the first attempt asked is answered when there is a second one.
        askSoon(
                new Authorize(
                        event.cardPaymentId(),
                        event.callId(),
                        CardholderId.of(event.parties().memberId()),
                        event.cardId(),
                        event.payee(),
                        event.amount(),
                        event.attempt()),
                clock.instant());
    }

    @EventHandler
    void on(CardAuthorized event) {
        closeAuthorize(event);
        open.add(
                new Watch(event.cardPaymentId(), event.callId(), event.reference(), event.captureBefore()),
                provider,
                clock.instant(),
                event.captureBefore().minus(watchBefore));
    }

    @EventHandler
    void on(CardDeclined event) {
        closeAuthorize(event);
    }

    /** It is still asked about, for what is held must be let go; but nobody is to be bothered for it. */
    @EventHandler
    void on(CardAbandoned event) {
        nextSteps.remove(event.callId().value());
    }

    @EventHandler
    void on(CaptureRequested event) {
        names.keep(event.cardPaymentId(), provider, event.reference());
        open.close(event.cardPaymentId().value(), Capture.class);
        askSoon(
                new Capture(
                        event.cardPaymentId(),
                        event.callId(),
                        event.reference(),
                        event.amount(),
                        event.fee(),
                        event.attempt()),
                event.notBefore());
    }

    @EventHandler
    void on(CardCaptured event) {
        open.close(event.cardPaymentId().value(), Capture.class);
        open.close(event.cardPaymentId().value(), Watch.class);
    }

    @EventHandler
    void on(VoidRequested event) {
        askSoon(new Release(event.cardPaymentId(), event.callId(), event.reference()), clock.instant());
    }

    @EventHandler
    void on(CardVoided event) {
        open.close(event.cardPaymentId().value(), Release.class);
        open.close(event.cardPaymentId().value(), Watch.class);
    }

    @EventHandler
    void on(CardExpired event) {
        open.close(event.cardPaymentId().value(), Capture.class);
        open.close(event.cardPaymentId().value(), Watch.class);
    }

    @EventHandler
    void on(CardReceivableRaised event) {
        open.close(event.cardPaymentId().value(), Watch.class); // Nothing will be taken of it any more.
    }

    private void askSoon(CardOperation wish, Instant notBefore) {
        open.add(wish, provider, clock.instant(), notBefore);
        CurrentUnitOfWork.get().root().afterCommit(committed -> desk.askSoon());
    }

    private void closeSave(String card) {
        open.close(card, Save.class);
        nextSteps.remove(card);
    }

    private void closeAuthorize(CardPaymentEvent event) {
        open.close(event.cardPaymentId().value(), Authorize.class);
        nextSteps.remove(event.callId().value());
    }
}
