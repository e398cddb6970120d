package dev.earshot.adapter.payments.sandbox;

import dev.earshot.api.topup.TopUpDecline;
import java.util.Optional;

/** What the network says about a charge, in the network's words. */
enum Verdict {
    APPROVED,
    INSUFFICIENT_FUNDS(TopUpDecline.INSUFFICIENT_FUNDS),
    DO_NOT_HONOR(TopUpDecline.CARD_DECLINED),
    NO_SUCH_METHOD(TopUpDecline.METHOD_UNKNOWN),
    /** Not decided yet; the network calls back. */
    PENDING,
    /** Nothing was heard: the money may have moved or not, and only asking later tells. */
    NOTHING_HEARD,
    /** Whoever pays with it is not told that the card is sought for. */
    LOST_CARD(TopUpDecline.CARD_DECLINED),
    /** As {@link #LOST_CARD}. */
    STOLEN_CARD(TopUpDecline.CARD_DECLINED),
    EXPIRED_CARD(TopUpDecline.CARD_EXPIRED),
    INCORRECT_CVC(TopUpDecline.CARD_DETAILS_WRONG),
    PROCESSING_ERROR(TopUpDecline.PROVIDER_FAILED),
    NOT_AUTHENTICATED(TopUpDecline.AUTHENTICATION_REQUIRED);

    private final TopUpDecline decline;

    Verdict() {
        this(null);
    }

    Verdict(TopUpDecline decline) {
        this.decline = decline;
    }

    /** Why no money comes, where that is what it says. */
    Optional<TopUpDecline> decline() {
        return Optional.ofNullable(decline);
    }
}
