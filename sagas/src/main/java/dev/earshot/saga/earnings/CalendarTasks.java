package dev.earshot.saga.earnings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for what is due, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class CalendarTasks {
    // The scheduler collects its tasks before the command gateway exists, hence the provider.
    @Bean
    RecurringTask<Void> earningsDueTask(CalendarSettings settings, ObjectProvider<DueRounds> rounds) {
        return Tasks.recurring("earnings-due", FixedDelay.of(settings.lookEvery()))
                .execute((task, context) -> rounds.getObject().round());
    }
}
