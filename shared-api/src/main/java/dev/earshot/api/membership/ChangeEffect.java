package dev.earshot.api.membership;

/** When another tier takes effect. */
public enum ChangeEffect {
    NOW,
    PERIOD_END
}
