package dev.earshot.query.news;

import dev.earshot.api.autotopup.AutoTopUpEvent;
import dev.earshot.api.call.CallEvent;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.card.CardholderEvent;
import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.presence.PresenceEvent;
import dev.earshot.api.simulation.SimulationEvent;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.query.fold.Batch;
import dev.earshot.query.fold.LogEntry;
import dev.earshot.query.news.NewsRows.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was an account told while it was away? Sweeps as it goes: what is older than a day is neither kept nor written. */
@Component
@ProcessingGroup("stream-view")
class StreamView {
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

    private final NewsRows rows;
    private final Audience audience;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration kept;
    private final Batch<Heard> heard = new Batch<>("stream_fact", this::save);
    private Instant nextSweep = Instant.EPOCH;

    StreamView(NewsRows rows, Audience audience, JsonMapper json, Clock clock, NewsSettings settings) {
        this.rows = rows;
        this.audience = audience;
        this.json = json;
        this.clock = clock;
        this.kept = settings.kept();
    }

    @EventHandler
    void on(CallEvent event, LogEntry entry, @Timestamp Instant appended) {
        add(event, entry, appended);
    }

    @EventHandler
    void on(CardPaymentEvent event, LogEntry entry, @Timestamp Instant appended) {
        add(event, entry, appended);
    }

    @EventHandler
    void on(CardReversalEvent event, LogEntry entry, @Timestamp Instant appended) {
        add(event, entry, appended);
    }

    @EventHandler
    void on(CardholderEvent event, LogEntry entry, @Timestamp Instant appended) {
        add(event, entry, appended);
    }

    @EventHandler
    void on(WalletEvent event, LogEntry entry, @Timestamp Instant appended) {
        add(event, entry, appended);
    }

    @EventHandler
    void on(TopUpEvent event, LogEntry entry, @Timestamp Instant appended) {
        add(event, entry, appended);
    }

    @EventHandler
    void on(AutoTopUpEvent event, LogEntry entry, @Timestamp Instant appended) {
        add(event, entry, appended);
    }

    @EventHandler
    void on(PresenceEvent event, LogEntry entry, @Timestamp Instant appended) {
        add(event, entry, appended);
    }

    @EventHandler
    void on(EarningsEvent event, LogEntry entry, @Timestamp Instant appended) {
        add(event, entry, appended);
    }

    @EventHandler
    void on(PayoutEvent event, LogEntry entry, @Timestamp Instant appended) {
        add(event, entry, appended);
    }

    @EventHandler
    void on(MembershipEvent event, LogEntry entry, @Timestamp Instant appended) {
        add(event, entry, appended);
    }

    @EventHandler
    void on(SimulationEvent event, LogEntry entry, @Timestamp Instant appended) {
        add(event, entry, appended);
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }

    /** A fact that was appended too long ago is not even put into words: most are, when the view is built again. */
    private void add(Object event, LogEntry entry, Instant appended) {
        if (appended.isBefore(oldest())) {
            if (audience.tells(event.getClass())) {
                heard.add(new Heard(entry.position(), List.of()));
            }
            return;
        }
        List<Told> told = audience.of(event);
        if (!told.isEmpty()) {
            heard.add(new Heard(entry.position(), told));
        }
    }

    private void save(List<Heard> batch) {
        var oldest = oldest();
        rows.save(batch.stream().flatMap(news -> rows(news, oldest)).toList());
        batch.stream()
                .filter(news -> rows(news, oldest).findAny().isEmpty())
                .mapToLong(Heard::position)
                .max()
                .ifPresent(rows::sweptTo);
        if (clock.instant().isAfter(nextSweep)) {
            rows.sweepBefore(oldest);
            nextSweep = clock.instant().plus(SWEEP_EVERY);
        }
    }

    private Instant oldest() {
        return clock.instant().minus(kept);
    }

    private Stream<Row> rows(Heard news, Instant oldest) {
        return news.told().stream()
                .filter(told -> !told.at().isBefore(oldest))
                .map(told -> new Row(
                        told.account(), news.position(), told.kind(), json.writeValueAsString(told.body()), told.at()));
    }

    /** What was told of the event at this position; nothing if that was too long ago. */
    private record Heard(long position, List<Told> told) {}
}
