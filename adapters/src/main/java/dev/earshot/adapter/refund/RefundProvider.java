package dev.earshot.adapter.refund;

/** Whoever gives money back. The one that {@code payments.provider} names is there as a bean. */
public interface RefundProvider {
    /** Its name, as in {@code payments.provider}. */
    String name();

    /** Asks for the refund, or what has become of it. However often it is asked, the money is given back once. */
    RefundReply ask(OpenRefund refund);
}
