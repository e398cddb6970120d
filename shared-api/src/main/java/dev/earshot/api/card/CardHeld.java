package dev.earshot.api.card;

import dev.earshot.api.id.CardId;

/** The card that pays when a member pays by card. */
public record CardHeld(CardId cardId) {}
