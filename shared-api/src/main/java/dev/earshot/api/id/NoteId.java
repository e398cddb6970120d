package dev.earshot.api.id;

import java.util.regex.Pattern;

/** Names what somebody of the staff has noted about a thing of the house. The text itself is kept sealed under this name. */
public record NoteId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "not_";

    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{32}");

    public NoteId {
        IdRule.check(PREFIX, value);
    }

    /** Whether this is the name of a note. Facts of an earlier release have the text itself in its place. */
    public static boolean isOne(String noted) {
        return FORM.matcher(noted).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
