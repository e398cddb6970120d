package dev.earshot.query.live;

import java.util.Collections;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The processor behind the tail: one on every node, remembering nothing, beginning a little before the head of the log. */
@Component
class LiveProcessor {
    /** Enough to know the running calls before the first tick, and to overlap with what the stored views know. */
    private static final long EVENTS_BEFORE_HEAD = 500;

    private static final int BATCH = 200;

    @Bean
    ConfigurerModule followTheTail() {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessor(
                        LiveTail.GROUP,
                        Configuration::eventStore,
                        (axon, builder) ->
                                builder.initialSegmentCount(1).batchSize(BATCH).initialToken(LiveProcessor::beforeHead))
                .registerTokenStore(LiveTail.GROUP, axon -> new InMemoryTokenStore())
                .registerTransactionManager(LiveTail.GROUP, axon -> NoTransactionManager.INSTANCE);
    }

    private static TrackingToken beforeHead(StreamableMessageSource<TrackedEventMessage<?>> log) {
        var head = log.createHeadToken();
        long position = head == null ? 0 : head.position().orElse(0) - EVENTS_BEFORE_HEAD;
        if (position <= 0) {
            return log.createTailToken();
        }
        return head instanceof GapAwareTrackingToken
                ? GapAwareTrackingToken.newInstance(position, Collections.emptySortedSet())
                : new GlobalSequenceTrackingToken(position);
    }
}
