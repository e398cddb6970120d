package dev.earshot.adapter.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.adapter.payments.PaymentEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpHeaders;

/** What never arrived is asked for, back to where the last answer ended. */
class HookPullTest extends HookTest {
    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");

    @Autowired
    HookInbox inbox;

    @Autowired
    HookSettings settings;

    private final Lister lister = new Lister(fresh("lister-"));

    @Test
    void a_provider_that_was_never_heard_is_asked_for_the_last_hour() {
        pullAt(TEN);

        assertThat(lister.asked).containsExactly(TEN.minus(Duration.ofHours(1)));
    }

    @Test
    void a_provider_is_asked_back_to_its_last_answer_however_long_it_did_not_answer() {
        pullAt(TEN);
        lister.isBroken = true;
        pullAt(TEN.plus(Duration.ofHours(3)));
        // A hook that arrives meanwhile says nothing of those that did not.
        inbox.keep(lister.name, Arrival.of("evt_1", "x", "x"), new byte[] {'{', '}'}, TEN.plus(Duration.ofHours(4)));
        lister.isBroken = false;
        pullAt(TEN.plus(Duration.ofHours(5)));

        assertThat(lister.asked)
                .containsExactly(
                        TEN.minus(Duration.ofHours(1)), TEN.minus(Duration.ofHours(1)), TEN.minus(Duration.ofHours(1)));
    }

    @Test
    void what_is_listed_again_is_kept_once() {
        lister.tells("evt_1");
        pullAt(TEN);
        pullAt(TEN.plusSeconds(300));

        assertThat(jdbc.sql("SELECT deliveries FROM hook_event WHERE provider = :provider")
                        .param("provider", lister.name)
                        .query(Integer.class)
                        .list())
                .containsExactly(0);
    }

    private void pullAt(Instant now) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("lister", lister);
        ObjectProvider<HookProvider> providers = beans.getBeanProvider(HookProvider.class);
        new HookPull(providers, inbox, Clock.fixed(now, ZoneOffset.UTC), settings).pull();
    }

    /** A provider that remembers what it was asked. */
    private static final class Lister implements HookProvider {
        private final String name;
        private final List<Instant> asked = new ArrayList<>();
        private final List<Missed> told = new ArrayList<>();
        private boolean isBroken;

        Lister(String name) {
            this.name = name;
        }

        void tells(String eventId) {
            told.add(new Missed(Arrival.of(eventId, "x", "x"), "{}".getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Arrival verify(HttpHeaders headers, byte[] body) {
            throw new UnsupportedOperationException("it sends none");
        }

        @Override
        public Optional<PaymentEvent> read(byte[] body) {
            return Optional.empty();
        }

        @Override
        public List<Missed> toldSince(Instant moment) {
            asked.add(moment);
            if (isBroken) {
                throw new IllegalStateException("down");
            }
            return told;
        }
    }
}
