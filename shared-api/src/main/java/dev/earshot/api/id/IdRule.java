package dev.earshot.api.id;

/** The one rule for the shape of identifiers. Without a pattern: every draw of every second passes here. */
final class IdRule {
    private static final int LONGEST = 40;

    private IdRule() {}

    static void check(String prefix, String value) {
        int length = value.length() - prefix.length();
        if (length < 1 || length > LONGEST || !value.startsWith(prefix) || !plain(value, prefix.length())) {
            throw new IllegalArgumentException("an id of the form " + prefix + "… is expected");
        }
    }

    private static boolean plain(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return true;
    }
}
