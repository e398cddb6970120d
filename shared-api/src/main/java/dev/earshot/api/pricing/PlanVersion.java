package dev.earshot.api.pricing;

/** The monetization versions. They coexist for ever: one added later goes at the end, none is ever renamed. */
public enum PlanVersion {
    PAY_PER_MINUTE,
    TOKENS,
    MOMENTS,
    MEMBERSHIP
}
