package dev.earshot.query.lab.replay;

/** What becomes of means that members really bought, where a candidate's plan or burn order would not burn them. */
public enum Leftovers {
    /**
     * Cash burns behind the means of another plan; a pack that is bought for a pocket that a burn order leaves out is worth
     * its price in cash, if that order burns cash.
     */
    STAY_WORTH_THEIR_PRICE,
    /** They lie idle. */
    LIE_IDLE
}
