package dev.earshot.platform.json;

import java.util.Arrays;

/** The character U+0000 in JSON, where it is always written as an escape. */
final class Nul {
    private static final byte[] ESCAPED = {'u', '0', '0', '0', '0'};

    private Nul() {}

    /** Whether some text in it has the character. A backslash that is escaped itself begins no escape. */
    static boolean isIn(byte[] json) {
        for (int at = 0; at < json.length; at++) {
            if (json[at] == '\\') {
                at++;
                if (isEscapedAt(at, json)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isEscapedAt(int at, byte[] json) {
        int end = at + ESCAPED.length;
        return end <= json.length && Arrays.equals(json, at, end, ESCAPED, 0, ESCAPED.length);
    }
}
