package dev.earshot.api.id;

import java.util.regex.Pattern;

/** The one rule for the shape of identifiers. */
final class IdRule {
    private static final Pattern SUFFIX = Pattern.compile("[0-9A-Za-z]{1,40}");

    private IdRule() {}

    static void check(String prefix, String value) {
        if (!value.startsWith(prefix)
                || !SUFFIX.matcher(value.substring(prefix.length())).matches()) {
            throw new IllegalArgumentException("an id of the form " + prefix + "… is expected");
        }
    }
}
