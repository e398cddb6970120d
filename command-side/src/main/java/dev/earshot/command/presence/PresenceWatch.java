package dev.earshot.command.presence;

import dev.earshot.api.id.PresenceId;
import dev.earshot.api.presence.PresenceCommand.LapsePresence;
import dev.earshot.command.lease.LeaseTable;
import dev.earshot.command.lease.Leases;
import dev.earshot.platform.command.FollowUps;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
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
            FollowUps followUps,
            TransactionManager transactions,
            Clock clock,
            @Qualifier("lapses") Executor lapses) {
        return new Leases(
                table,
                settings.watchdog(),
                silent -> {
                    // In one transaction: whole cities lose their network at once, and every commit has its price.
                    UnitOfWork<CommandMessage<?>> work = DefaultUnitOfWork.startAndGet(null);
                    work.attachTransaction(transactions);
                    work.execute(() -> silent.keySet()
                            .forEach(lease -> followUps.send(
                                    new LapsePresence(new PresenceId(lease.subject()), clock.instant()))));
                },
                lapses);
    }
}
