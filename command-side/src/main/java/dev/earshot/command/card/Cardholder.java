package dev.earshot.command.card;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.card.CardHeld;
import dev.earshot.api.card.CardRefusal;
import dev.earshot.api.card.CardholderCommand.AskCard;
import dev.earshot.api.card.CardholderCommand.ChooseCard;
import dev.earshot.api.card.CardholderCommand.ConfirmCard;
import dev.earshot.api.card.CardholderCommand.DeclineCard;
import dev.earshot.api.card.CardholderCommand.RemoveCard;
import dev.earshot.api.card.CardholderCommand.RemoveCards;
import dev.earshot.api.card.CardholderCommand.SaveCard;
import dev.earshot.api.card.CardholderEvent.CardMadeDefault;
import dev.earshot.api.card.CardholderEvent.CardOffered;
import dev.earshot.api.card.CardholderEvent.CardRemoved;
import dev.earshot.api.card.CardholderEvent.CardSaved;
import dev.earshot.api.card.CardholderEvent.CardTurnedAway;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.memory.Recent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The cards of a member. A card is offered, then saved or turned away as the provider tells, and may be removed. The first one
 * saved pays for calls until another is chosen; when that one is removed, the one saved last takes its place.
 */
@Aggregate(type = "Cardholder", cache = "cardholderCache", snapshotTriggerDefinition = "cardholderSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Cardholder {
    private static final int REMEMBERED = 200;

    @AggregateIdentifier
    private CardholderId id;

    private Set<CardId> offered = new LinkedHashSet<>();
    private Set<CardId> saved = new LinkedHashSet<>();
    private Recent<CardId> gone = Recent.atMost(REMEMBERED);
    private CardId paying; // Absent while no card is saved.

    Cardholder() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SaveCard command, CardSettings settings) throws Refused {
        if (knows(command.cardId())) {
            return;
        }
        if (offered.size() + saved.size() >= settings.most()) {
            throw CardRefusal.TOO_MANY_CARDS.of("no more than %d cards can be saved", settings.most());
        }
        apply(new CardOffered(command.cardholderId(), command.cardId(), command.method(), command.at()));
    }

    @CommandHandler
    void handle(ConfirmCard command) {
        if (!offered.contains(command.cardId())) {
            return; // Told twice, or removed meanwhile.
        }
        apply(new CardSaved(id, command.cardId(), command.fingerprint(), command.at()));
        if (paying == null) {
            apply(new CardMadeDefault(id, command.cardId(), command.at()));
        }
    }

    @CommandHandler
    void handle(DeclineCard command) {
        if (offered.contains(command.cardId())) {
            apply(new CardTurnedAway(id, command.cardId(), command.reason(), command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChooseCard command) throws Refused {
        refuseUnlessKnown(command.cardId());
        if (!saved.contains(command.cardId())) {
            throw CardRefusal.CARD_NOT_SAVED.of("%s is not saved yet", command.cardId());
        }
        if (!command.cardId().equals(paying)) {
            apply(new CardMadeDefault(id, command.cardId(), command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RemoveCard command) throws Refused {
        if (gone.includes(command.cardId())) {
            return;
        }
        refuseUnlessKnown(command.cardId());
        apply(new CardRemoved(id, command.cardId(), command.at()));
        if (paying == null) {
            savedLast().ifPresent(card -> apply(new CardMadeDefault(id, card, command.at())));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RemoveCards command) {
        List<CardId> all = Stream.concat(offered.stream(), saved.stream()).toList();
        all.forEach(card -> apply(new CardRemoved(id, card, command.at())));
    }

    /** Whoever never saved a card has none. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CardHeld handle(AskCard command) throws Refused {
        if (paying == null) {
            throw CardRefusal.NO_CARD_SAVED.of("save a card at POST /v1/cards before paying with one");
        }
        return new CardHeld(paying);
    }

    private boolean knows(CardId card) {
        return offered.contains(card) || saved.contains(card) || gone.includes(card);
    }

    private void refuseUnlessKnown(CardId card) throws Refused {
        if (!offered.contains(card) && !saved.contains(card)) {
            throw CardRefusal.CARD_UNKNOWN.of("you have no card %s", card);
        }
    }

    private Optional<CardId> savedLast() {
        return saved.stream().reduce((earlier, later) -> later);
    }

    @EventSourcingHandler
    void on(CardOffered event) {
        id = event.cardholderId();
        offered.add(event.cardId());
    }

    @EventSourcingHandler
    void on(CardSaved event) {
        offered.remove(event.cardId());
        saved.add(event.cardId());
    }

    @EventSourcingHandler
    void on(CardTurnedAway event) {
        offered.remove(event.cardId());
        gone.remember(event.cardId());
    }

    @EventSourcingHandler
    void on(CardMadeDefault event) {
        paying = event.cardId();
    }

    @EventSourcingHandler
    void on(CardRemoved event) {
        offered.remove(event.cardId());
        saved.remove(event.cardId());
        gone.remember(event.cardId());
        paying = event.cardId().equals(paying) ? null : paying;
    }
}
