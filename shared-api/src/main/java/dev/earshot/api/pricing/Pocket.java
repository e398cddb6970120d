package dev.earshot.api.pricing;

/** Where the means for a second of talk come from. A pocket added later goes at the end; none is ever renamed. */
public enum Pocket {
    /** The member's own money, in minor units. */
    CASH,
    /** Gifts of the platform: lots of seconds or of money, earliest expiry first. */
    PROMO,
    /** The platform's courtesy: seconds that let a running-out call reach its 60th second. */
    GRACE,
    /** Tokens bought in packs; they never expire. */
    TOKENS,
    /** Seconds bought in packs: lots, earliest expiry first. */
    MOMENTS,
    /** What a card was authorized for: lots of money, one for each authorization, good for one call only. */
    CARD,
    /** Seconds that a membership allows on one local day: a lot for each day on which there were calls. */
    ALLOWANCE
}
