package dev.earshot.saga.billing;

import dev.earshot.platform.command.FollowUps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** How a billing asks others, and the time at which it judges. */
@Component
class Asking {
    private final FollowUps followUps;
    private final Clock clock;

    Asking(FollowUps followUps, Clock clock) {
        this.followUps = followUps;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void ask(List<Object> commands) {
        commands.forEach(followUps::send);
    }
}
