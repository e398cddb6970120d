package dev.earshot.command.call;

import dev.earshot.api.call.CallCommand.EndCall;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.id.CallId;
import dev.earshot.command.lease.LeaseTable;
import dev.earshot.command.lease.Leases;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A connected call with a silent side is lost, as of the last moment both were heard of. */
@Configuration(proxyBeanMethods = false)
class CallWatch {
    @Bean
    LeaseTable callLeaseTable(JdbcClient jdbc) {
        return new LeaseTable(jdbc, "call_lease");
    }

    @Bean
    Leases callLeases(
            @Qualifier("callLeaseTable") LeaseTable table,
            BeatSettings settings,
            CommandGateway commands,
            @Qualifier("lapses") Executor lapses) {
        return new Leases(
                table,
                settings.lease(),
                silent -> silent.forEach((lease, lastBeat) -> commands.sendAndWait(new EndCall(
                        new CallId(lease.subject()),
                        EndReason.CONNECTION_LOST,
                        earlier(lastBeat, table.firstSilence(lease.subject()).orElse(lastBeat))))),
                lapses);
    }

    /** The side that lapses first is not always the one that fell silent first: after a restart both lapse together. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
