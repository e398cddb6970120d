package dev.earshot.api.price;

import dev.earshot.api.refusal.RefusalCode;

/** Why the book of price lists says no. */
public enum PriceListRefusal implements RefusalCode {
    PRICE_LIST_UNKNOWN(Kind.UNKNOWN),
    NO_PRICE_LIST_IN_FORCE(Kind.UNKNOWN),
    /** The terms are impossible. */
    PRICES_IMPOSSIBLE(Kind.UNPROCESSABLE),
    /** What has been cannot be priced anew. */
    PUBLICATION_IN_THE_PAST(Kind.UNPROCESSABLE),
    /** It is to come into force at another moment; withdraw that first. */
    PRICE_LIST_ALREADY_SCHEDULED(Kind.CONFLICT),
    PRICE_LIST_ALREADY_IN_FORCE(Kind.CONFLICT),
    PRICE_LIST_NOT_SCHEDULED(Kind.CONFLICT),
    /** The lab has never tried exactly these prices on everybody. */
    SIMULATION_MISSING(Kind.CONFLICT),
    SIMULATION_INVALID(Kind.CONFLICT),
    SIMULATION_STALE(Kind.CONFLICT),
    SIMULATION_TOO_SMALL(Kind.CONFLICT),
    /** The lab has found more change than is allowed. */
    VARIANCE_TOO_HIGH(Kind.CONFLICT);

    private final Kind kind;

    PriceListRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
