package dev.earshot.app.generate.town;

import java.time.Instant;

/**
 * An event as the log keeps it.
 *
 * @param eventId its own id, which grows with time
 * @param aggregateId the aggregate it happened to, or its own id when it happened to none
 * @param sequence how manieth event of its aggregate it is, from 0
 * @param aggregateType what kind of aggregate, or null
 * @param at when it was recorded
 * @param payload what happened
 * @param story the id of the request that it follows from
 */
public record Fact(
        String eventId,
        String aggregateId,
        long sequence,
        String aggregateType,
        Instant at,
        Object payload,
        String story) {}
