package dev.earshot.query.news;

import dev.earshot.api.presence.PresenceEvent;
import dev.earshot.api.presence.PresenceEvent.ListenerDisengaged;
import dev.earshot.api.presence.PresenceEvent.ListenerEngaged;
import dev.earshot.api.presence.PresenceEvent.ListenerLapsed;
import dev.earshot.api.presence.PresenceEvent.ListenerWentLive;
import dev.earshot.api.presence.PresenceEvent.ListenerWentOffline;
import java.time.Instant;
import java.util.List;

/** What listeners hear of their own presence. */
final class ListenerNews {
    private static final String STATUS = "status";
    private static final String CALL = "callId";

    private ListenerNews() {}

    static void tell(Audience audience) {
        audience.tell(
                ListenerWentLive.class,
                event -> oneself(event, presence(event, event.at()).with(STATUS, "LIVE")));
        audience.tell(
                ListenerWentOffline.class,
                event -> oneself(event, presence(event, event.at()).with(STATUS, "OFFLINE")));
        audience.tell(
                ListenerLapsed.class,
                event -> oneself(event, presence(event, event.at()).with(STATUS, "OFFLINE")));
        audience.tell(
                ListenerEngaged.class,
                event -> oneself(
                        event, presence(event, event.at()).with(STATUS, "BUSY").with(CALL, event.callId())));
        // Live again, or offline if that was asked for meanwhile: the client knows what it asked for.
        audience.tell(
                ListenerDisengaged.class,
                event -> oneself(event, presence(event, event.at()).with(CALL, event.callId())));
    }

    private static Shape presence(PresenceEvent event, Instant at) {
        return Shape.of(Kind.PRESENCE, event, at);
    }

    private static List<Told> oneself(PresenceEvent event, Shape shape) {
        return List.of(shape.to(event.presenceId().listenerId().accountId()));
    }
}
