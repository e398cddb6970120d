package dev.earshot.platform.payments;

/** What a provider can tell of a card without asking anybody. One bean for each, where it is configured. */
public interface CardMethods {
    /** Whether the provider may keep this card; in doubt it may, and turns it away later. */
    boolean mayKeep(String method);

    /** Whether a card's money may be sent to this account; one where another provider pays it out may not be known here. */
    boolean mayPayTo(String account);
}
