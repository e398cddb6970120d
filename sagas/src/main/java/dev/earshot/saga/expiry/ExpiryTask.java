package dev.earshot.saga.expiry;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.wallet.WalletCommand.ExpireLots;
import dev.earshot.platform.axon.PacedProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells a wallet that the time of a lot has come. A telling that fails is repeated until it succeeds. */
@Configuration(proxyBeanMethods = false)
class ExpiryTask {
    private static final TaskDescriptor<String> EXPIRE_LOT = TaskDescriptor.of("expire-lot", String.class);
    private static final int BATCH = 500;
    private static final Duration PACE = Duration.ofMillis(500);

    static TaskInstance<String> of(WalletId walletId, LotId lotId) {
        return EXPIRE_LOT.instance(lotId.value()).data(walletId.value()).build();
    }

    /** For a lot that may have a task already, for an earlier time. */
    static TaskInstance<String> again(WalletId walletId, LotId lotId, Instant expiresAt) {
        return EXPIRE_LOT
                .instance(lotId.value() + "@" + expiresAt)
                .data(walletId.value())
                .build();
    }

    @Bean
    ConfigurerModule lotExpiryProcessor() {
        return PacedProcessor.of(LotExpiry.GROUP, 1, BATCH, PACE);
    }

    // The scheduler collects its tasks before the command gateway exists, hence the provider.
    @Bean
    OneTimeTask<String> expireLotTask(ObjectProvider<CommandGateway> commands, Clock clock) {
        return Tasks.oneTime(EXPIRE_LOT)
                .execute((task, context) -> commands.getObject()
                        .sendAndWait(new ExpireLots(
                                new WalletId(task.getData()),
                                later(clock.instant(), context.getExecution().getExecutionTime()))));
    }

    /** The clock counts milliseconds, and a lot may expire between two of them. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other.plusMillis(1);
    }
}
