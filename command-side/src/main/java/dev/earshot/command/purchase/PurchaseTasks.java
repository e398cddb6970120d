package dev.earshot.command.purchase;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.earshot.api.id.WalletId;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What purchases need: the wallets they may go to, and somebody who looks at those that wait, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class PurchaseTasks {
    @Bean
    OpenWallets openWallets(EventStore log) {
        return account ->
                log.lastSequenceNumberFor(WalletId.of(account).value()).isPresent();
    }

    // The scheduler collects its tasks before the command gateway exists, hence the provider.
    @Bean
    RecurringTask<Void> waitingPurchasesTask(PurchaseSettings settings, ObjectProvider<PurchaseRounds> rounds) {
        return Tasks.recurring("waiting-purchases", FixedDelay.of(settings.lookEvery()))
                .execute((task, context) -> rounds.getObject().round());
    }
}
