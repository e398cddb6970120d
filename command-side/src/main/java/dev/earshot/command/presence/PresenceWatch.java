package dev.earshot.command.presence;

import dev.earshot.api.id.PresenceId;
import dev.earshot.api.presence.PresenceCommand.LapsePresence;
import dev.earshot.command.lease.LeaseTable;
import dev.earshot.command.lease.Leases;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A live listener of whom nothing is heard lapses. */
@Configuration(proxyBeanMethods = false)
class PresenceWatch {
    @Bean
    LeaseTable presenceLeaseTable(JdbcClient jdbc) {
        return new LeaseTable(jdbc, "presence_lease");
    }

    @Bean
    Leases presenceLeases(
            @Qualifier("presenceLeaseTable") LeaseTable table,
            PresenceSettings settings,
            CommandGateway commands,
            Clock clock,
            @Qualifier("lapses") Executor lapses) {
        return new Leases(
                table,
                settings.watchdog(),
                (lease, lastBeat) ->
                        commands.sendAndWait(new LapsePresence(new PresenceId(lease.subject()), clock.instant())),
                lapses);
    }
}
