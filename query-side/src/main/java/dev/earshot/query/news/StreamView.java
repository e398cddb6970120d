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
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
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
    void on(CallEvent event, LogEntry entry) {
        add(event, entry);
    }

    @EventHandler
    void on(CardPaymentEvent event, LogEntry entry) {
        add(event, entry);
    }

    @EventHandler
    void on(CardReversalEvent event, LogEntry entry) {
        add(event, entry);
    }

    @EventHandler
    void on(CardholderEvent event, LogEntry entry) {
        add(event, entry);
    }

    @EventHandler
    void on(WalletEvent event, LogEntry entry) {
        add(event, entry);
    }

    @EventHandler
    void on(TopUpEvent event, LogEntry entry) {
        add(event, entry);
    }

    @EventHandler
    void on(AutoTopUpEvent event, LogEntry entry) {
        add(event, entry);
    }

    @EventHandler
    void on(PresenceEvent event, LogEntry entry) {
        add(event, entry);
    }

    @EventHandler
    void on(EarningsEvent event, LogEntry entry) {
        add(event, entry);
    }

    @EventHandler
    void on(PayoutEvent event, LogEntry entry) {
        add(event, entry);
    }

    @EventHandler
    void on(MembershipEvent event, LogEntry entry) {
        add(event, entry);
    }

    @EventHandler
    void on(SimulationEvent event, LogEntry entry) {
        add(event, entry);
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }

    private void add(Object event, LogEntry entry) {
        audience.of(event).forEach(told -> heard.add(new Heard(entry.position(), told)));
    }

    private void save(List<Heard> batch) {
        var oldest = clock.instant().minus(kept);
        rows.save(batch.stream()
                .filter(news -> !news.told().at().isBefore(oldest))
                .map(this::row)
                .toList());
        batch.stream()
                .filter(news -> news.told().at().isBefore(oldest))
                .mapToLong(Heard::position)
                .max()
                .ifPresent(rows::sweptTo);
        if (clock.instant().isAfter(nextSweep)) {
            rows.sweepBefore(oldest);
            nextSweep = clock.instant().plus(SWEEP_EVERY);
        }
    }

    private Row row(Heard news) {
        Map<String, Object> body = news.told().body();
        return new Row(
                news.told().account(),
                news.position(),
                news.told().kind(),
                json.writeValueAsString(body),
                news.told().at());
    }

    private record Heard(long position, Told told) {}
}
