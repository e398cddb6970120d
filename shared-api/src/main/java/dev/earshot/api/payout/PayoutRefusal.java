package dev.earshot.api.payout;

import dev.earshot.api.refusal.RefusalCode;

/** Why there is no payout. */
public enum PayoutRefusal implements RefusalCode {
    PAYOUT_UNKNOWN(Kind.UNKNOWN),
    /** There is no account to pay to yet. */
    PAYOUT_ACCOUNT_REQUIRED(Kind.UNPROCESSABLE),
    PAYOUT_ACCOUNT_METHOD_UNKNOWN(Kind.UNPROCESSABLE),
    /** What the method takes besides is missing or cannot be right. */
    PAYOUT_ACCOUNT_DETAILS_INVALID(Kind.UNPROCESSABLE),
    /** The provider does not vouch for the account: not yet, or not any more. */
    PAYOUT_ACCOUNT_UNVERIFIED(Kind.UNPROCESSABLE),
    /** This process has no provider that could open an account. */
    PAYOUT_PROVIDER_MISSING(Kind.CONFLICT),
    /** The provider did not answer; the same may be asked again. */
    PAYOUT_PROVIDER_SILENT(Kind.CONFLICT),
    PAYOUTS_FROZEN(Kind.CONFLICT),
    PAYOUT_IN_FLIGHT(Kind.CONFLICT),
    PAYOUT_BELOW_MINIMUM(Kind.UNPROCESSABLE),
    PAYOUT_ABOVE_AVAILABLE(Kind.UNPROCESSABLE),
    PAYOUT_DAILY_LIMIT(Kind.UNPROCESSABLE);

    private final Kind kind;

    PayoutRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
