package dev.earshot.api.topup;

/** The answer to {@link TopUpCommand.AskTopUp}: what is known of the payment. */
public enum TopUpStanding {
    /** Nothing is known for sure; somebody may have to look at it. */
    OPEN,
    DECLINED,
    PAID
}
