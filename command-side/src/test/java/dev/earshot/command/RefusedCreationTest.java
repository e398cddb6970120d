package dev.earshot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.listener.ListenerCommand.PublishProfile;
import dev.earshot.api.listener.ListenerCommand.QuoteRate;
import dev.earshot.api.money.Money;
import dev.earshot.api.presence.PresenceCommand.GoLive;
import dev.earshot.api.presence.PresenceCommand.GoOffline;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.IntegrationTest;
import java.time.Instant;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A command that would have created an aggregate, and did not, leaves nothing behind: neither in the log nor in the cache. */
@IntegrationTest(value = CommandSide.class, web = WebEnvironment.RANDOM_PORT)
class RefusedCreationTest {
    private static final ListenerId LEA = ListenerId.of(new AccountId("acc_unborn"));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    CommandGateway commands;

    @Autowired
    EventStore log;

    @Test
    void a_refused_creation_can_be_asked_again_and_is_unknown_until_then() {
        assertThatThrownBy(() -> commands.sendAndWait(publish(25))).hasRootCauseInstanceOf(Refused.class);
        assertThatThrownBy(() -> commands.sendAndWait(new QuoteRate(LEA)))
                .isInstanceOf(AggregateNotFoundException.class);
        commands.sendAndWait(publish(250));
        assertThat(commands.<Money>sendAndWait(new QuoteRate(LEA))).isEqualTo(Money.of(250, "USD"));
    }

    @Test
    void what_was_no_news_can_become_news() {
        PresenceId presence = PresenceId.of(LEA);
        commands.sendAndWait(new GoOffline(presence, NOON));
        assertThat(Told.of(log, presence)).isEmpty();
        commands.sendAndWait(new GoLive(presence, NOON));
        assertThat(Told.of(log, presence)).hasSize(1);
    }

    private static PublishProfile publish(long minor) {
        return new PublishProfile(LEA, Set.of("en"), Set.of(), Money.of(minor, "USD"), NOON);
    }
}
