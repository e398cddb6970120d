package dev.earshot.adapter.card;

import dev.earshot.adapter.card.CardOperation.Authorize;
import dev.earshot.adapter.card.CardOperation.Capture;
import dev.earshot.adapter.card.CardOperation.Forget;
import dev.earshot.adapter.card.CardOperation.Release;
import dev.earshot.adapter.card.CardOperation.Save;
import dev.earshot.adapter.card.CardOperation.Watch;
import dev.earshot.adapter.card.CardReply.Authorized;
import dev.earshot.adapter.card.CardReply.Captured;
import dev.earshot.adapter.card.CardReply.CardFace;
import dev.earshot.adapter.card.CardReply.Declined;
import dev.earshot.adapter.card.CardReply.Done;
import dev.earshot.adapter.card.CardReply.Lapsed;
import dev.earshot.adapter.card.CardReply.NeedsCustomer;
import dev.earshot.adapter.card.CardReply.NotCaptured;
import dev.earshot.adapter.card.CardReply.Saved;
import dev.earshot.api.card.CardPaymentCommand.ConfirmAuthorization;
import dev.earshot.api.card.CardPaymentCommand.ConfirmCapture;
import dev.earshot.api.card.CardPaymentCommand.ConfirmVoid;
import dev.earshot.api.card.CardPaymentCommand.DeclineAuthorization;
import dev.earshot.api.card.CardPaymentCommand.ExpireAuthorization;
import dev.earshot.api.card.CardPaymentCommand.FailCapture;
import dev.earshot.api.card.CardPaymentCommand.LoseCardAnswer;
import dev.earshot.api.card.CardholderCommand.ConfirmCard;
import dev.earshot.api.card.CardholderCommand.DeclineCard;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.payments.NextSteps;
import dev.earshot.platform.people.Pseudonyms;
import dev.earshot.platform.people.Sealing;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells what a provider has answered, in the words of the house. */
@Component
class CardAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(CardAnswers.class);

    private final CommandGateway commands;
    private final CardVault vault;
    private final Sealing sealing;
    private final Pseudonyms pseudonyms;
    private final NextSteps nextSteps;
    private final Clock clock;

    CardAnswers(
            CommandGateway commands,
            CardVault vault,
            Sealing sealing,
            Pseudonyms pseudonyms,
            NextSteps nextSteps,
            Clock clock) {
        this.commands = commands;
        this.vault = vault;
        this.sealing = sealing;
        this.pseudonyms = pseudonyms;
        this.nextSteps = nextSteps;
        this.clock = clock;
    }

    void tell(String provider, CardOperation wish, CardReply reply) {
        if (wish instanceof Save save) {
            tell(provider, save, reply);
        } else if (wish instanceof Authorize authorize) {
            commands.sendAndWait(ofAuthorize(authorize, reply));
        } else if (wish instanceof Capture capture) {
            commands.sendAndWait(ofCapture(capture, reply));
        } else if (wish instanceof Release release && reply instanceof Done) {
            commands.sendAndWait(new ConfirmVoid(release.paymentId(), now()));
        } else if (wish instanceof Watch watch && reply instanceof Lapsed) {
            commands.sendAndWait(new ExpireAuthorization(watch.paymentId(), now()));
        } else if (wish instanceof Forget forget) {
            vault.forget(forget.cardId());
            keep(forget.cardholderId(), forget.cardId(), CardFace.NONE);
        } else {
            throw isNoAnswer(wish, reply);
        }
    }

    /** The member has to do something: for the card itself, or for the call that waits for it. */
    void waiting(CardOperation wish, NeedsCustomer waiting) {
        String whatWaits =
                wish instanceof Authorize authorize ? authorize.callId().value() : wish.subject();
        nextSteps.put(whatWaits, waiting.nextStep());
    }

    /** Nothing was heard of it. Of a card that is to be saved or forgotten nobody needs to know, nor of a mere look. */
    void lost(CardOperation wish) {
        if (!(wish instanceof Save || wish instanceof Forget || wish instanceof Watch)) {
            commands.sendAndWait(new LoseCardAnswer(new CardPaymentId(wish.subject()), now()));
        }
    }

    private void tell(String provider, Save save, CardReply reply) {
        if (reply instanceof Saved saved) {
            vault.keep(save.cardId(), provider, saved.card());
            keep(save.cardholderId(), save.cardId(), saved.face());
            String fingerprint = pseudonyms.ofCard(provider, saved.fingerprint());
            commands.sendAndWait(new ConfirmCard(save.cardholderId(), save.cardId(), fingerprint, now()));
        } else if (reply instanceof Declined declined) {
            commands.sendAndWait(new DeclineCard(save.cardholderId(), save.cardId(), declined.reason(), now()));
        } else {
            throw isNoAnswer(save, reply);
        }
    }

    /** Of a member who was erased meanwhile nothing is kept. */
    private void keep(CardholderId cardholder, CardId card, CardFace face) {
        try {
            commands.sendAndWait(sealing.keeping(cardholder.accountId(), card.value(), face.texts(), now()));
        } catch (Refused erased) {
            LOG.atInfo()
                    .addKeyValue("card", card)
                    .log("What is printed on the card is not kept: {}", erased.getMessage());
        }
    }

    private Object ofAuthorize(Authorize wish, CardReply reply) {
        if (reply instanceof Authorized held) {
            return new ConfirmAuthorization(
                    wish.paymentId(), wish.attempt(), held.amount(), held.reference(), held.captureBefore(), now());
        }
        if (reply instanceof Declined declined) {
            return new DeclineAuthorization(wish.paymentId(), wish.attempt(), declined.reason(), now());
        }
        throw isNoAnswer(wish, reply);
    }

    private Object ofCapture(Capture wish, CardReply reply) {
        if (reply instanceof Captured captured) {
            return new ConfirmCapture(wish.paymentId(), captured.amount(), now());
        }
        if (reply instanceof NotCaptured no) {
            return new FailCapture(wish.paymentId(), wish.attempt(), no.reason(), now());
        }
        throw isNoAnswer(wish, reply);
    }

    private static IllegalStateException isNoAnswer(CardOperation wish, CardReply reply) {
        return new IllegalStateException(reply.getClass().getSimpleName() + " is no answer to " + wish.name());
    }

    private Instant now() {
        return clock.instant();
    }
}
