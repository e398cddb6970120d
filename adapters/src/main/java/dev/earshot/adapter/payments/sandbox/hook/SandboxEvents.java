package dev.earshot.adapter.payments.sandbox.hook;

import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * What the network has to tell. An event is kept in the transaction of the decision that it tells of, and sent as a hook
 * afterwards, but not before it has happened by its own time.
 */
@Component
@WhenSandbox
public class SandboxEvents {
    private final SandboxOutbox outbox;
    private final SandboxHookSettings settings;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    SandboxEvents(SandboxOutbox outbox, SandboxHookSettings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    /** Tells this once; nothing happens if an event of this id was told before. */
    public void tell(String eventId, PaymentEvent event) {
        tell(eventId, event, Manner.AT_ONCE);
    }

    /** Tells this in such a manner; nothing happens if an event of this id was told before. */
    public void tell(String eventId, PaymentEvent event, Manner manner) {
        Instant happenedAt = event.about().at();
        outbox.add(
                eventId,
                SandboxWords.written(eventId, event),
                happenedAt,
                happenedAt.plus(delay(manner)),
                deliveries(manner));
    }

    private int deliveries(Manner manner) {
        return switch (manner) {
            case AT_ONCE -> byChance();
            case LATE -> 1;
            case TWICE -> 2;
            case LOST -> 0;
        };
    }

    private int byChance() {
        if (isOneOf(settings.lostPercent())) {
            return 0;
        }
        return isOneOf(settings.twicePercent()) ? 2 : 1;
    }

    private Duration delay(Manner manner) {
        if (manner == Manner.LATE) {
            return settings.lateBy();
        }
        boolean shuffled = manner == Manner.AT_ONCE && !settings.shuffle().isZero();
        return shuffled ? Duration.ofNanos(chance.nextLong(settings.shuffle().toNanos())) : Duration.ZERO;
    }

    private boolean isOneOf(int percent) {
        return chance.nextInt(100) < percent;
    }
}
