package dev.earshot.adapter.hook;

/** How far we have come with what a provider told. */
public enum HookStatus {
    /** Kept, and worked off soon; tried again after a failure. */
    RECEIVED,
    /** Done. */
    PROCESSED,
    /** Of a kind that concerns nobody here. */
    IGNORED,
    /** It concerns somebody, but nobody takes it yet; tried again for some days, and listed. */
    UNROUTED,
    /** It cannot be read, or has failed too often. */
    DEAD
}
