package dev.earshot.adapter.hook;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Removes the bodies of hooks that are done with, for they hold what providers know of people. What somebody still has to
 * look at keeps its body, however old it is.
 */
@Component
class HookRetention {
    private static final Logger LOG = LoggerFactory.getLogger(HookRetention.class);
    private static final int BATCH = 1_000;

    private final HookInbox inbox;
    private final Clock clock;
    private final HookSettings settings;

    HookRetention(HookInbox inbox, Clock clock, HookSettings settings) {
        this.inbox = inbox;
        this.clock = clock;
        this.settings = settings;
    }

    void removeOldBodies() {
        int removed;
        do {
            removed = inbox.removeBodies(BATCH, clock.instant().minus(settings.keep()));
            LOG.debug("The bodies of {} hooks are removed", removed);
        } while (removed == BATCH);
    }
}
