package dev.earshot.query.card;

import dev.earshot.api.card.CardholderEvent.CardMadeDefault;
import dev.earshot.api.card.CardholderEvent.CardOffered;
import dev.earshot.api.card.CardholderEvent.CardRemoved;
import dev.earshot.api.card.CardholderEvent.CardSaved;
import dev.earshot.api.card.CardholderEvent.CardTurnedAway;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.LogEntry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Which cards has a member saved? */
@Component
@ProcessingGroup("wallet-view")
class CardView {
    private final CardRows rows;
    private final Fold<CardState> cards;

    CardView(CardRows rows) {
        this.rows = rows;
        this.cards = new Fold<>("card_view", rows, CardState::new);
    }

    @EventHandler
    void on(CardOffered event, LogEntry entry) {
        cards.change(event.cardId().value(), entry, card -> card.on(event));
    }

    @EventHandler
    void on(CardSaved event, LogEntry entry) {
        cards.change(event.cardId().value(), entry, card -> card.on(event));
    }

    @EventHandler
    void on(CardTurnedAway event, LogEntry entry) {
        cards.change(event.cardId().value(), entry, card -> card.on(event));
    }

    @EventHandler
    void on(CardMadeDefault event, LogEntry entry) {
        cards.change(event.cardId().value(), entry, card -> card.on(event));
    }

    @EventHandler
    void on(CardRemoved event, LogEntry entry) {
        cards.change(event.cardId().value(), entry, card -> card.on(event));
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
