package dev.earshot.api.id;

/** Names a report of a provider about what has moved there. */
public record ReportId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "rep_";

    public ReportId {
        IdRule.check(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
