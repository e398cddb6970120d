package dev.earshot.adapter.hook;

import dev.earshot.platform.web.Digests;
import dev.earshot.platform.web.Keepable;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A hook whose sender is certain.
 *
 * @param eventId the provider's name for the event; empty for a mere check of the address, which is answered and not kept
 * @param type the provider's word for what happened
 * @param meaning what must be the same whenever this event is told again
 * @param reply what the provider wants to read
 */
public record Arrival(String eventId, String type, String meaning, Map<String, String> reply) {
    private static final Map<String, String> THANKS = Map.of("status", "received");

    /** An event. */
    public static Arrival of(String eventId, String type, String meaning) {
        return new Arrival(eventId, type, meaning, THANKS);
    }

    /** Something the provider signed and we cannot read; kept under a name of its own, for somebody to look at. */
    public static Arrival unreadable(byte[] body) {
        String digest = Digests.hex(body);
        return of("sha256:" + digest, "unreadable", digest);
    }

    /** The same, or as unreadable, with the same answer, where its own names could not be kept. */
    Arrival keepable(byte[] body) {
        if (Keepable.isKeepable(eventId) && Keepable.isKeepable(type)) {
            return this;
        }
        Arrival unreadable = unreadable(body);
        return new Arrival(unreadable.eventId, unreadable.type, unreadable.meaning, reply);
    }

    /** The provider wants to know whether anybody is here. */
    public static Arrival check(Map<String, String> reply) {
        return new Arrival("", "", "", reply);
    }

    boolean isCheck() {
        return eventId.isEmpty();
    }

    byte[] digest() {
        return Digests.sha256().digest((type + "\n" + meaning).getBytes(StandardCharsets.UTF_8));
    }
}
