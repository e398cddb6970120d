package dev.earshot.query.stream;

import dev.earshot.api.id.AccountId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is superseded by the next word on it: told to those who listen to this node now, and never again. */
@Component
public class PassingNews {
    private final Streams streams;
    private final Resume shapes;

    PassingNews(Streams streams, Resume shapes) {
        this.streams = streams;
        this.shapes = shapes;
    }

    /** Whether anybody listens to this node. */
    public boolean isHeard() {
        return !streams.isEmpty();
    }

    /** Tells these figures to this account's clients, unless they have enough to read already. */
    public void tell(AccountId account, String event, Map<String, Object> figures) {
        var connections = streams.of(account);
        if (!connections.isEmpty()) {
            var frame = Frame.passing(event, shapes.passing(figures));
            connections.forEach(connection -> connection.sendPassing(frame));
        }
    }
}
