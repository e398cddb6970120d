package dev.earshot.command.card;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.call.Parties;
import dev.earshot.api.card.CaptureFailure;
import dev.earshot.api.card.CardDecline;
import dev.earshot.api.card.CardPaymentCommand.AuthorizeCard;
import dev.earshot.api.card.CardPaymentCommand.CaptureCard;
import dev.earshot.api.card.CardPaymentCommand.ConfirmAuthorization;
import dev.earshot.api.card.CardPaymentCommand.ConfirmCapture;
import dev.earshot.api.card.CardPaymentCommand.ConfirmVoid;
import dev.earshot.api.card.CardPaymentCommand.DeclineAuthorization;
import dev.earshot.api.card.CardPaymentCommand.ExpireAuthorization;
import dev.earshot.api.card.CardPaymentCommand.FailCapture;
import dev.earshot.api.card.CardPaymentCommand.LoseCardAnswer;
import dev.earshot.api.card.CardPaymentCommand.VoidCard;
import dev.earshot.api.card.CardPaymentEvent.AuthorizationRequested;
import dev.earshot.api.card.CardPaymentEvent.CaptureRequested;
import dev.earshot.api.card.CardPaymentEvent.CardAbandoned;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardPaymentEvent.CardDeclined;
import dev.earshot.api.card.CardPaymentEvent.CardExpired;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardPaymentEvent.CardUnknown;
import dev.earshot.api.card.CardPaymentEvent.CardVoided;
import dev.earshot.api.card.CardPaymentEvent.ChargeWaived;
import dev.earshot.api.card.CardPaymentEvent.VoidRequested;
import dev.earshot.api.card.CardRefusal;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One authorization of a card for one call. It is asked for, in a second attempt for less if the funds do not suffice, and
 * authorized or declined. What is authorized is later captured, in part, or voided; once either is asked for the other never
 * is. A capture that fails is tried again, and in the end owed by the member. A charge below what providers take is waived.
 *
 * <p>When an answer is lost the payment is unknown: nothing else is asked of the provider until it was asked what the last
 * request came to. Stages only ever move on, so answers may come late, twice and in any order.
 *
 * <p>What is voided before it was authorized is abandoned: if the provider authorizes it after all, it is voided then.
 *
 * <p>Of what was captured, refunds and disputes take parts back: {@link GivenBackToCard} keeps account of them.
 *
 * <p>Longer than most aggregates, because each request has its own answers.
 */
@Aggregate(type = "CardPayment", cache = "cardPaymentCache", snapshotTriggerDefinition = "cardPaymentSnapshots")
@Revision("2")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class CardPayment {
    private enum Stage {
        REQUESTED,
        DECLINED,
        AUTHORIZED,
        CAPTURING,
        VOIDING,
        CAPTURED,
        VOIDED,
        EXPIRED,
        OWED
    }

    @AggregateIdentifier
    private CardPaymentId id;

    private CallId callId;
    private Parties parties;
    private CardId cardId;
    private String payee = "";
    private Money authorized;
    private Money atLeast;
    private Money charged;
    private Money fee;
    private String reference = "";
    private int attempt;
    private Stage stage;
    private boolean abandoned;
    private boolean unknown;

    @AggregateMember
    private GivenBackToCard givenBack = new GivenBackToCard();

    CardPayment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AuthorizeCard command, CardSettings settings) {
        if (id != null) {
            return; // Repeated, or overtaken by its own end.
        }
        apply(new AuthorizationRequested(
                command.cardPaymentId(),
                command.callId(),
                command.parties(),
                command.cardId(),
                command.payee(),
                settings.atLeast(command.wanted()),
                settings.atLeast(command.atLeast()),
                1,
                command.at()));
    }

    @CommandHandler
    void handle(ConfirmAuthorization command) {
        boolean isAnswer = stage == Stage.REQUESTED && command.attempt() == attempt || stage == Stage.DECLINED;
        if (!isAnswer) {
            return;
        }
        boolean tooLate = stage == Stage.DECLINED || abandoned;
        apply(new CardAuthorized(
                id, callId, parties, command.authorized(), command.reference(), command.captureBefore(), command.at()));
        if (tooLate) {
            letGo(command.at());
        }
    }

    @CommandHandler
    void handle(DeclineAuthorization command) {
        if (stage != Stage.REQUESTED || command.attempt() != attempt) {
            return;
        }
        boolean mayTryLess = attempt == 1
                && !abandoned
                && command.reason() == CardDecline.INSUFFICIENT_FUNDS
                && atLeast.minor() < authorized.minor();
        apply(
                mayTryLess
                        ? new AuthorizationRequested(
                                id, callId, parties, cardId, payee, atLeast, atLeast, attempt + 1, command.at())
                        : new CardDeclined(id, callId, parties, command.reason(), command.at()));
    }

    @CommandHandler
    void handle(CaptureCard command, CardSettings settings) throws Refused {
        switch (stage) {
            case AUTHORIZED -> capture(command, settings);
            case EXPIRED -> apply(new CardReceivableRaised(id, callId, parties, command.amount(), command.at()));
            case REQUESTED, DECLINED -> throw CardRefusal.CARD_PAYMENT_UNSETTLED.of("%s is not authorized", id);
            case CAPTURING, VOIDING, CAPTURED, VOIDED, OWED -> {
                // Asked for already.
            }
        }
    }

    private void capture(CaptureCard command, CardSettings settings) throws Refused {
        if (command.amount().minor() > authorized.minor()
                || !command.amount().currency().equals(authorized.currency())) {
            throw CardRefusal.CAPTURE_OUT_OF_RANGE.of("%s of %s cannot be taken", command.amount(), authorized);
        }
        if (command.amount().minor() == 0) {
            letGo(command.at());
        } else if (!settings.suffices(command.amount())) {
            apply(new ChargeWaived(id, callId, parties, command.amount(), command.at()));
            letGo(command.at());
        } else {
            requestCapture(command.amount(), command.fee(), 1, command.at(), command.at());
        }
    }

    @CommandHandler
    void handle(ConfirmCapture command) throws Refused {
        if (stage != Stage.CAPTURING) {
            return;
        }
        if (!command.captured().equals(charged)) {
            throw CardRefusal.CAPTURE_OUT_OF_RANGE.of("%s was taken instead of %s", command.captured(), charged);
        }
        apply(new CardCaptured(id, callId, parties, payee, charged, fee, command.at()));
        givenBack.follow(command.at()); // It may have been told before the capture was.
    }

    @CommandHandler
    void handle(FailCapture command, CardSettings settings) {
        if (stage != Stage.CAPTURING || command.attempt() != attempt) {
            return;
        }
        if (command.reason() == CaptureFailure.AUTHORIZATION_GONE) {
            apply(new CardExpired(id, callId, parties, command.at()));
            apply(new CardReceivableRaised(id, callId, parties, charged, command.at()));
        } else if (attempt < settings.captureTries()) {
            Instant again = command.at().plus(settings.waitAfter(attempt));
            requestCapture(charged, fee, attempt + 1, again, command.at());
        } else {
            apply(new CardReceivableRaised(id, callId, parties, charged, command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(VoidCard command) {
        if (stage == Stage.AUTHORIZED) {
            letGo(command.at());
        } else if (stage == Stage.EXPIRED) {
            apply(new CardVoided(id, callId, parties, command.at())); // It has let go of itself.
        } else if (stage == null || stage == Stage.REQUESTED && !abandoned) {
            apply(new CardAbandoned(command.cardPaymentId(), command.callId(), command.parties(), command.at()));
        }
    }

    @CommandHandler
    void handle(ConfirmVoid command) {
        if (stage == Stage.VOIDING) {
            apply(new CardVoided(id, callId, parties, command.at()));
        }
    }

    @CommandHandler
    void handle(LoseCardAnswer command) {
        boolean waiting = stage == Stage.REQUESTED || stage == Stage.CAPTURING || stage == Stage.VOIDING;
        if (waiting && !unknown) {
            apply(new CardUnknown(id, callId, parties, command.at()));
        }
    }

    @CommandHandler
    void handle(ExpireAuthorization command) {
        switch (stage) {
            case AUTHORIZED -> apply(new CardExpired(id, callId, parties, command.at()));
            case VOIDING -> apply(new CardVoided(id, callId, parties, command.at()));
            case CAPTURING -> {
                apply(new CardExpired(id, callId, parties, command.at()));
                apply(new CardReceivableRaised(id, callId, parties, charged, command.at()));
            }
            case REQUESTED, DECLINED, CAPTURED, VOIDED, EXPIRED, OWED -> {
                // Nothing stands that could lapse.
            }
        }
    }

    private void letGo(Instant at) {
        apply(new VoidRequested(id, callId, parties, reference, at));
    }

    private void requestCapture(Money amount, Money ofThatFee, int number, Instant notBefore, Instant at) {
        apply(new CaptureRequested(id, callId, parties, reference, amount, ofThatFee, number, notBefore, at));
    }

    @EventSourcingHandler
    void on(AuthorizationRequested event) {
        id = event.cardPaymentId();
        callId = event.callId();
        parties = event.parties();
        cardId = event.cardId();
        payee = event.payee();
        authorized = event.amount();
        atLeast = event.atLeast();
        attempt = event.attempt();
        stage = Stage.REQUESTED;
        unknown = false;
    }

    @EventSourcingHandler
    void on(CardAuthorized event) {
        authorized = event.amount();
        reference = event.reference();
        stage = Stage.AUTHORIZED;
        unknown = false;
    }

    @EventSourcingHandler
    void on(CardDeclined event) {
        stage = Stage.DECLINED;
        unknown = false;
    }

    @EventSourcingHandler
    void on(CardAbandoned event) {
        if (id == null) {
            id = event.cardPaymentId();
            callId = event.callId();
            parties = event.parties();
            stage = Stage.DECLINED;
        }
        abandoned = true;
    }

    @EventSourcingHandler
    void on(CardUnknown event) {
        unknown = true;
    }

    @EventSourcingHandler
    void on(CaptureRequested event) {
        charged = event.amount();
        fee = event.fee();
        attempt = event.attempt();
        stage = Stage.CAPTURING;
        unknown = false;
    }

    @EventSourcingHandler
    void on(CardCaptured event) {
        stage = Stage.CAPTURED;
        unknown = false;
    }

    @EventSourcingHandler
    void on(ChargeWaived event) {
        charged = event.amount();
    }

    @EventSourcingHandler
    void on(VoidRequested event) {
        stage = Stage.VOIDING;
        unknown = false;
    }

    @EventSourcingHandler
    void on(CardVoided event) {
        stage = Stage.VOIDED;
        unknown = false;
    }

    @EventSourcingHandler
    void on(CardExpired event) {
        stage = Stage.EXPIRED;
        unknown = false;
    }

    @EventSourcingHandler
    void on(CardReceivableRaised event) {
        stage = Stage.OWED;
    }
}
