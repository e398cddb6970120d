package dev.earshot.api.id;

/** Names one run of the pricing lab. */
public record SimulationId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "sim_";

    public SimulationId {
        IdRule.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
