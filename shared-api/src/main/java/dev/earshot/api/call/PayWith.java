package dev.earshot.api.call;

/** What the member chose to pay with. */
public enum PayWith {
    WALLET,
    CARD
}
