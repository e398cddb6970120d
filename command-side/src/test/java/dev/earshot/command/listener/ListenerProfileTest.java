package dev.earshot.command.listener;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.listener.ListenerCommand.PublishProfile;
import dev.earshot.api.listener.ListenerCommand.QuoteRate;
import dev.earshot.api.listener.ListenerEvent.ProfilePublished;
import dev.earshot.api.listener.ListenerRefusal;
import dev.earshot.api.money.Money;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import java.time.Instant;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerProfileTest {
    private static final ListenerId LEA = new ListenerId("lis_lea");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"50,USD", "10000,USD", "1,JPY", "100,JPY", "500,KWD", "100000,KWD"})
    void publishes_a_rate_within_the_limits_of_its_currency(long minor, String currency) {
        Money rate = Money.of(minor, currency);
        fixture().givenNoPriorActivity().when(publish(rate)).expectEvents(published(rate));
    }

    /** Elsewhere currencies without minor units were charged a hundredfold (be-BOP #2535). */
    @ParameterizedTest
    @CsvSource({"49,USD", "10001,USD", "0,USD", "-250,USD", "0,JPY", "101,JPY", "499,KWD", "100001,KWD"})
    void refuses_a_rate_out_of_range(long minor, String currency) {
        Refusals.expect(
                ListenerRefusal.RATE_OUT_OF_RANGE,
                fixture().givenNoPriorActivity().when(publish(Money.of(minor, currency))));
    }

    @Test
    void publishing_the_same_again_is_no_news() {
        Money rate = Money.of(250, "USD");
        fixture().given(published(rate)).when(publish(rate)).expectNoEvents();
        Money higher = Money.of(300, "USD");
        fixture().given(published(rate)).when(publish(higher)).expectEvents(published(higher));
    }

    @Test
    void quotes_the_rate_in_force() {
        fixture()
                .given(published(Money.of(250, "USD")), published(Money.of(300, "USD")))
                .when(new QuoteRate(LEA))
                .expectNoEvents()
                .expectResultMessagePayload(Money.of(300, "USD"));
    }

    @Test
    void a_snapshot_keeps_everything() {
        Live<ListenerProfile> profile = new Live<>(ListenerProfile.class, new ListenerProfile());
        profile.send(publish(Money.of(250, "USD")));
        Snapshots.expectToKeep(profile.root());
    }

    private static AggregateTestFixture<ListenerProfile> fixture() {
        return new AggregateTestFixture<>(ListenerProfile.class);
    }

    private static PublishProfile publish(Money rate) {
        return new PublishProfile(LEA, Set.of("en"), Set.of("grief"), rate, NOON);
    }

    private static ProfilePublished published(Money rate) {
        return new ProfilePublished(LEA, Set.of("en"), Set.of("grief"), rate, NOON);
    }
}
