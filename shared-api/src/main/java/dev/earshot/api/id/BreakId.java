package dev.earshot.api.id;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names a break between two books. */
public record BreakId(String value) implements Id {
    /** What every id of this kind begins with. */
    public static final String PREFIX = "brk_";

    public BreakId {
        IdRule.check(PREFIX, value);
    }

    /** The id of what is described by these words, so that whoever finds it again finds the same break. */
    public static BreakId of(String... words) {
        byte[] name = String.join("\n", words).getBytes(StandardCharsets.UTF_8);
        return new BreakId(PREFIX + UUID.nameUUIDFromBytes(name).toString().replace("-", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}
