package dev.earshot.api.autotopup;

/** Why an automatic top-up was switched off. */
public enum SuspendReason {
    DECLINED_REPEATEDLY,
    /** A payment went back to its payer; what that leaves missing must not be taken from them again. */
    PAYMENT_REVERSED
}
