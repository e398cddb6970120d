package dev.earshot.api.autotopup;

/** Why an automatic top-up waits. */
public enum PutOffReason {
    /** The last payment was declined; asking again at once would be declined again. */
    COOLING_OFF,
    /** As much as may be asked for in a day has been asked for. */
    DAILY_CAP
}
