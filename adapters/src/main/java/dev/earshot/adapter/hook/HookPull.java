package dev.earshot.adapter.hook;

import dev.earshot.adapter.hook.HookProvider.Missed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks providers for what they told and we never heard: hooks get lost, and ours may have been down for long. */
@Component
class HookPull {
    private static final Logger LOG = LoggerFactory.getLogger(HookPull.class);

    private final List<HookProvider> providers;
    private final HookInbox inbox;
    private final Clock clock;
    private final HookSettings settings;

    HookPull(ObjectProvider<HookProvider> providers, HookInbox inbox, Clock clock, HookSettings settings) {
        this.providers = providers.stream().toList();
        this.inbox = inbox;
        this.clock = clock;
        this.settings = settings;
    }

    /** Asks each of them. One that fails is asked again the next time. */
    void pull() {
        for (HookProvider provider : providers) {
            try {
                pull(provider);
            } catch (RuntimeException failure) {
                LOG.atWarn().setCause(failure).log("{} does not tell what it has told", provider.name());
            }
        }
    }

    /** What was told shortly before the last answer may not have been listed yet, hence the overlap. */
    private void pull(HookProvider provider) {
        Instant now = clock.instant();
        Instant since = inbox.lastHeard(provider.name()).orElse(now).minus(settings.overlap());
        for (Missed missed : provider.toldSince(since)) {
            Arrival arrival = missed.arrival().keepable(missed.body());
            if (inbox.keepMissed(provider.name(), arrival, missed.body(), now)) {
                LOG.info("{} {} never arrived", provider.name(), arrival.eventId());
            }
        }
        inbox.hasListed(provider.name(), now);
    }
}
