package dev.earshot.query.page;

import dev.earshot.api.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a page ended, opaque to clients: the sort key of its last item. */
public final class Cursor {
    private static final String SEPARATOR = "~";

    private Cursor() {}

    /** The sort key of an item, from its parts. */
    public static String of(Object... parts) {
        return String.join(
                SEPARATOR, List.of(parts).stream().map(Object::toString).toList());
    }

    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> decode(String cursor, int parts) throws Refused {
        try {
            var key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var found = List.of(key.split(SEPARATOR, -1));
            if (found.size() == parts) {
                return found;
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below, like every other cursor that is not ours.
        }
        throw invalid();
    }

    /** A part of a cursor that is a number. */
    public static long number(String part) throws Refused {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException notOurs) {
            throw invalid();
        }
    }

    private static Refused invalid() {
        return PageRefusal.CURSOR_INVALID.of("the cursor is not one of ours; take it from the page before, unchanged");
    }
}
