package dev.earshot.app.client;

import java.util.Map;

/** Somebody who calls. */
public record Member(Person person) {
    /** Asks for money to be put into the wallet, with one of the sandbox's test methods; answers the top-up's id. */
    public String topUp(long minor, String method) {
        return person.post("/v1/wallet/top-ups", Map.of("amount", usd(minor), "method", method))
                .ok()
                .text("topUpId");
    }

    /** Asks for a pack of the catalogue, with one of the sandbox's test methods. */
    public Answer buy(String product, String method) {
        return person.post("/v1/purchases", Map.of("product", product, "method", method));
    }

    public Answer wallet() {
        return person.get("/v1/wallet").ok();
    }

    /** Calls a listener. */
    public Talk call(Listener listener) {
        return new Talk(tryToCall(listener).ok().text("callId"), this, listener);
    }

    /** Calls a listener and takes whatever is answered. */
    public Answer tryToCall(Listener listener) {
        return person.post(
                "/v1/calls", Map.of("listenerId", listener.listenerId(), "media", "VOICE", "payWith", "WALLET"));
    }

    /** Saves a card, one of the sandbox's test cards; answers its id. */
    public String saveCard(String method) {
        return person.post("/v1/cards", Map.of("method", method)).ok().text("cardId");
    }

    /** Calls a listener and lets the saved card pay; takes whatever is answered. */
    public Answer tryToCallByCard(Listener listener) {
        return person.post(
                "/v1/calls", Map.of("listenerId", listener.listenerId(), "media", "VOICE", "payWith", "CARD"));
    }

    /** Calls a listener and lets the saved card pay. */
    public Talk callByCard(Listener listener) {
        return new Talk(tryToCallByCard(listener).ok().text("callId"), this, listener);
    }

    /** An amount as the API writes it. */
    public static Map<String, Object> usd(long minor) {
        return Map.of("minor", minor, "currency", "USD");
    }
}
