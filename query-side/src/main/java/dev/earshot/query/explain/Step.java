package dev.earshot.query.explain;

/** A kind of fact in the story of a charge. */
enum Step {
    /** The member asked for the call under these terms. */
    CONSENTED(Detail.Consent.class, false),
    REFUSED(Detail.Refusal.class, false),
    /** The wallet set seconds aside. */
    HELD(Detail.Held.class, true),
    /** The hold has grown. */
    HELD_MORE(Detail.Held.class, true),
    /** No second could be added to the hold. */
    RAN_SHORT(Detail.Shortage.class, true),
    ADMITTED(Detail.Allowed.class, true),
    EXTENDED(Detail.Allowed.class, true),
    /** The listener took the call: consent of the other side. */
    ACCEPTED(Detail.Nothing.class, false),
    CONNECTED(Detail.Nothing.class, false),
    ENDED(Detail.End.class, false),
    CHARGED(Detail.Charged.class, false),
    RELEASED(Detail.Held.class, true),
    CREDITED(Detail.Credit.class, false),
    /** The card is good for this much. */
    AUTHORIZED(Detail.Card.class, true),
    CARD_DECLINED(Detail.CardRefused.class, true),
    /** The card has paid. */
    CAPTURED(Detail.CardCharge.class, true),
    /** Too little for a card: the platform bears it. */
    WAIVED(Detail.Card.class, true),
    /** Nothing is held on the card any more. */
    VOIDED(Detail.CardRelease.class, true),
    /** The card could not be charged: the member owes it. */
    OWED(Detail.Card.class, true),
    /** So much of what the card had paid has gone back by now. */
    GIVEN_BACK(Detail.CardReversal.class, true),
    /** The member chose the card that shall pay. */
    CARD_CHOSEN(Detail.ChosenCard.class, true),
    /** What the card is good for stands in the wallet, for this call alone. */
    LENT(Detail.Card.class, true),
    /** The wallet set nothing aside. */
    HOLD_DECLINED(Detail.HoldRefusal.class, true),
    /** The authorization has lapsed unused. */
    LAPSED(Detail.CardRelease.class, true),
    /** The card's money went to the listener's own account at once. */
    SETTLED(Detail.Credit.class, false),
    /** The house's prices came into force by which the call was agreed. */
    PRICED(Detail.Prices.class, false);

    final Class<? extends Detail> detail;
    /** Whether it tells of the member's means, which are none of the listener's business. */
    final boolean tellsOfFunds;

    Step(Class<? extends Detail> detail, boolean tellsOfFunds) {
        this.detail = detail;
        this.tellsOfFunds = tellsOfFunds;
    }
}
