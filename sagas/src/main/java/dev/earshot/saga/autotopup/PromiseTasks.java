package dev.earshot.saga.autotopup;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for what is due, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class PromiseTasks {
    // The scheduler collects its tasks before the command gateway exists, hence the provider.
    @Bean
    RecurringTask<Void> autoTopUpDueTask(PromiseSettings settings, ObjectProvider<DuePromises> due) {
        return Tasks.recurring("auto-top-up-due", FixedDelay.of(settings.lookEvery()))
                .execute((task, context) -> due.getObject().round());
    }
}
