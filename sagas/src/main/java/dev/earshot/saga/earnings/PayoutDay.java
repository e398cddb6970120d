package dev.earshot.saga.earnings;

import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The day on which a listener is paid out without asking. */
record PayoutDay(EarningsId earningsId, Instant dueAt) {
    /** The payout of this day: the same however often the day is looked at. */
    PayoutId payoutId() {
        var day = (earningsId + " " + dueAt).getBytes(StandardCharsets.UTF_8);
        return new PayoutId(
                PayoutId.PREFIX + UUID.nameUUIDFromBytes(day).toString().replace("-", ""));
    }

    /** The first day of the same rhythm that is after this moment. */
    Instant nextAfter(Instant now, Duration every) {
        long missed = Duration.between(dueAt, now).dividedBy(every);
        return dueAt.plus(every.multipliedBy(missed + 1));
    }
}
