package dev.earshot.saga.meter;

import dev.earshot.saga.BillingSettings;
import dev.earshot.saga.meter.running.MeteredSegment;
import dev.earshot.saga.meter.running.OwnedSegments;
import dev.earshot.saga.meter.running.Tick;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Tells, tick by tick, how far each running call has drawn on its grant; all draws of a segment in one transaction. */
@Component
class Meter implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Meter.class);
    /** After a pause this long another node may have owned a segment in between: what is in memory is not trusted. */
    private static final Duration LONG_PAUSE = Duration.ofSeconds(5);

    private final Tellers tellers = new Tellers();
    private final OwnedSegments segments;
    private final Ownership ownership;
    private final UsedUpCalls usedUpCalls;
    private final EventBus events;
    private final TransactionManager transactions;
    private final MeterSettings settings;
    private final long lowAtSeconds;
    private final Timer ticks;
    private final Counter draws;
    private Instant lastTick = Instant.EPOCH;

    Meter(
            OwnedSegments segments,
            Ownership ownership,
            UsedUpCalls usedUpCalls,
            EventBus events,
            TransactionManager transactions,
            MeterSettings settings,
            BillingSettings billing,
            MeterRegistry metrics) {
        this.segments = segments;
        this.ownership = ownership;
        this.usedUpCalls = usedUpCalls;
        this.events = events;
        this.transactions = transactions;
        this.settings = settings;
        this.lowAtSeconds = billing.lowAtSeconds();
        this.ticks =
                Timer.builder("earshot.meter.tick").publishPercentileHistogram().register(metrics);
        this.draws = Counter.builder("earshot.meter.draws").register(metrics);
        Gauge.builder("earshot.meter.calls", segments, OwnedSegments::calls).register(metrics);
    }

    /** Tells as of {@code at} what the segments have to tell whose moment has come. What was missed is contained in it. */
    void tick(Instant at) {
        if (at.minus(LONG_PAUSE).isAfter(lastTick)) {
            segments.disownAll();
        }
        lastTick = at;
        ticks.record(() -> {
            segments.own(ownership.segments());
            tellers.each(due(at), segment -> tick(segment, at));
        });
    }

    private List<MeteredSegment> due(Instant at) {
        return segments.all().stream()
                .filter(segment -> segment.isDue(at, settings.tick(), settings.segments()))
                .toList();
    }

    @Override
    public void destroy() {
        tellers.close();
    }

    private void tick(MeteredSegment segment, Instant at) {
        Tick tick = new Tick(segment.segment().getSegmentId(), at, settings.partSize(), lowAtSeconds);
        segment.tell(tick);
        try {
            publish(tick.events());
        } catch (RuntimeException failure) {
            LOG.warn("segment {} could not tell its tick; the next one contains it", segment.segment(), failure);
            segment.forget();
            return;
        }
        draws.increment(tick.draws());
        tick.usedUp().forEach(usedUpCalls::end);
    }

    private void publish(List<Object> facts) {
        if (facts.isEmpty()) {
            return;
        }
        UnitOfWork<EventMessage<?>> work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(transactions);
        work.execute(() -> facts.forEach(fact -> events.publish(GenericEventMessage.asEventMessage(fact))));
    }
}
