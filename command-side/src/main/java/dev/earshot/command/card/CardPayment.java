package dev.earshot.command.card;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardPaymentEvent.CardUnknown;
import dev.earshot.api.card.CardReversalCommand.ConfirmCardRefund;
import dev.earshot.api.card.CardReversalCommand.FailCardRefund;
import dev.earshot.api.card.CardReversalCommand.LoseCardDispute;
import dev.earshot.api.card.CardReversalCommand.OpenCardDispute;
import dev.earshot.api.card.CardReversalCommand.RecordCardRefund;
import dev.earshot.api.card.CardReversalCommand.RecordReturnedCardRefund;
import dev.earshot.api.card.CardReversalCommand.RequestCardRefund;
import dev.earshot.api.card.CardReversalCommand.RequestCardRefundOfRest;
import dev.earshot.api.card.CardReversalCommand.WinCardDispute;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One authorization of a card for one call. It is asked for and authorized or declined ({@link Authorizing}). What is
 * authorized is later captured, in part ({@link Capturing}), or voided ({@link Voiding}); once either is asked for the
 * other never is. All of them read the same {@link Authorization}, which the facts change.
 *
 * <p>When an answer is lost the payment is unknown: nothing else is asked of the provider until it was asked what the
 * last request came to.
 *
 * <p>Of what was captured, refunds and disputes take parts back ({@link Refunding}, {@link Disputing}):
 * {@link Reversed} keeps account of them.
 */
@Aggregate(type = "CardPayment", cache = "cardPaymentCache", snapshotTriggerDefinition = "cardPaymentSnapshots")
@Revision("3")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class CardPayment {
    @JsonUnwrapped // A snapshot shows no rooms.
    private Authorization payment = new Authorization();

    private Reversed reversed = new Reversed();

    CardPayment() {}

    @AggregateIdentifier
    CardPaymentId id() {
        return payment.id;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AuthorizeCard command, CardSettings settings) {
        authorizing().authorize(command, settings);
    }

    @CommandHandler
    void handle(ConfirmAuthorization command) {
        authorizing().confirm(command);
    }

    @CommandHandler
    void handle(DeclineAuthorization command) {
        authorizing().decline(command);
    }

    @CommandHandler
    void handle(CaptureCard command, CardSettings settings) throws Refused {
        capturing().capture(command, settings);
    }

    @CommandHandler
    void handle(ConfirmCapture command) throws Refused {
        capturing().confirm(command);
        // It may have been given back before we were told that it was captured.
        new Following(payment, reversed, AggregateLifecycle::apply).follow(command.at());
    }

    @CommandHandler
    void handle(FailCapture command, CardSettings settings) {
        capturing().fail(command, settings);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(VoidCard command) {
        voiding().release(command);
    }

    @CommandHandler
    void handle(ConfirmVoid command) {
        voiding().confirm(command);
    }

    @CommandHandler
    void handle(ExpireAuthorization command) {
        voiding().expire(command.at());
    }

    @CommandHandler
    void handle(LoseCardAnswer command) {
        if (payment.awaitsAnswer()) {
            AggregateLifecycle.apply(new CardUnknown(payment.id, payment.callId, payment.parties, command.at()));
        }
    }

    @CommandHandler
    void handle(RequestCardRefund command) throws Refused {
        refunding().request(command);
    }

    @CommandHandler
    void handle(RequestCardRefundOfRest command) throws Refused {
        refunding().request(command);
    }

    @CommandHandler
    void handle(ConfirmCardRefund command) throws Refused {
        refunding().confirm(command);
    }

    @CommandHandler
    void handle(FailCardRefund command) throws Refused {
        refunding().fail(command);
    }

    @CommandHandler
    void handle(RecordCardRefund command) throws Refused {
        refunding().record(command);
    }

    @CommandHandler
    void handle(RecordReturnedCardRefund command) throws Refused {
        refunding().record(command);
    }

    @CommandHandler
    void handle(OpenCardDispute command) throws Refused {
        disputing().open(command);
    }

    @CommandHandler
    void handle(WinCardDispute command) throws Refused {
        disputing().win(command);
    }

    @CommandHandler
    void handle(LoseCardDispute command) throws Refused {
        disputing().lose(command);
    }

    @EventSourcingHandler
    void on(CardPaymentEvent event) {
        payment.on(event);
        reversed.on(event);
    }

    @EventSourcingHandler
    void on(CardReversalEvent event) {
        reversed.on(event);
    }

    private Authorizing authorizing() {
        return new Authorizing(payment, AggregateLifecycle::apply);
    }

    private Capturing capturing() {
        return new Capturing(payment, AggregateLifecycle::apply);
    }

    private Voiding voiding() {
        return new Voiding(payment, AggregateLifecycle::apply);
    }

    private Refunding refunding() {
        return new Refunding(payment, reversed, AggregateLifecycle::apply);
    }

    private Disputing disputing() {
        return new Disputing(payment, reversed, AggregateLifecycle::apply);
    }
}
