package dev.earshot.api.id;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that follow from what they name, so that whoever names it again finds the same. */
final class Derived {
    private Derived() {}

    static String suffix(Id of, Object which) {
        byte[] name = (of.value() + " " + which).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString().replace("-", "");
    }
}
