package dev.earshot.platform.inventory;

/**
 * What one table holds on people.
 *
 * @param table its name
 * @param question SQL that answers one JSON text for each row held on a person; empty for a table that is not exported. It may
 *     use {@code :account} and the ids that follow from it: {@code :listener}, {@code :wallet}, {@code :cardholder},
 *     {@code :earnings}, {@code :presence}, {@code :membership}, {@code :autotopup}, and {@code :suffix}, which they share
 * @param why why it is not exported; empty when it is
 */
public record Holding(String table, String question, String why) {
    /** Rows that are exported as they are, but for these columns, which are secrets or bytes. */
    public static Holding shown(String table, String condition, String... omitted) {
        String columns = String.join(",", omitted);
        return new Holding(
                table,
                "SELECT (to_jsonb(held) - '{%s}'::text[])::text FROM %s held WHERE %s"
                        .formatted(columns, table, condition),
                "");
    }

    /** Rows that are exported in a form of their own. */
    public static Holding told(String table, String question) {
        return new Holding(table, question, "");
    }

    /** A table that is not exported, and why. */
    public static Holding withheld(String table, String why) {
        return new Holding(table, "", why);
    }

    /** Whether rows of it are exported. */
    public boolean isShown() {
        return !question.isEmpty();
    }
}
