package dev.earshot.query.stream;

import dev.earshot.query.news.Fact;
import java.nio.charset.StandardCharsets;

/**
 * One message of the stream, as the standard for server-sent events writes it.
 *
 * @param position what the client has heard once it has this message; 0 for messages without an id, which nobody hears again
 */
record Frame(long position, byte[] bytes) {
    static final Frame HEARTBEAT = new Frame(0, bytes(":\n\n"));
    static final Frame REPLACED = of("replaced", 0, "{}");

    static Frame of(Fact fact) {
        return of(fact.kind().eventName(), fact.position(), fact.data());
    }

    /** Figures that the next ones supersede, so they have no id. */
    static Frame passing(String event, String data) {
        return of(event, 0, data);
    }

    /** The client has heard everything up to {@code position} that concerns it. */
    static Frame hello(long position) {
        return of("hello", position, "{}");
    }

    /** What the client missed cannot be told again: it has to ask for everything anew. */
    static Frame reset() {
        return of("reset", 0, "{}");
    }

    private static Frame of(String event, long position, String data) {
        String id = position > 0 ? "id:" + position + "\n" : "";
        return new Frame(position, bytes("event:" + event + "\n" + id + "data:" + data + "\n\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
