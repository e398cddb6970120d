package dev.earshot.api.listener;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.money.Money;
import java.time.Instant;
import java.util.Set;
import org.axonframework.serialization.Revision;

/** What has happened to a listener's profile. */
public sealed interface ListenerEvent {
    ListenerId listenerId();

    /** The profile as it stands now, whole. */
    @Revision("1")
    record ProfilePublished(
            ListenerId listenerId, Set<String> languages, Set<String> skills, Money ratePerMinute, Instant at)
            implements ListenerEvent {}
}
