package dev.earshot.platform.payments;

/** What a payment provider can tell of a method without asking anybody. One bean for each, where it is configured. */
public interface PaymentMethods {
    /** Whether the provider may take this method; in doubt it may, and declines the payment later. */
    boolean mayTake(String method);
}
