package dev.earshot.command.purchase;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks at the purchases that wait, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class PurchaseTasks {
    // The scheduler collects its tasks before the command gateway exists, hence the provider.
    @Bean
    RecurringTask<Void> waitingPurchasesTask(PurchaseSettings settings, ObjectProvider<PurchaseRounds> rounds) {
        return Tasks.recurring("waiting-purchases", FixedDelay.of(settings.lookEvery()))
                .execute((task, context) -> rounds.getObject().round());
    }
}
