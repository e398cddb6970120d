package dev.earshot.query.simulation.run;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for simulations that wait, on one node at a time; that node then works on one apart from the scheduler's threads. */
@Configuration(proxyBeanMethods = false)
class RunTasks {
    // The scheduler collects its tasks before the command gateway exists, hence the provider.
    @Bean
    RecurringTask<Void> simulationsTask(RunSettings settings, ObjectProvider<Runs> runs) {
        return Tasks.recurring("simulations", FixedDelay.of(settings.lookEvery()))
                .execute((task, context) -> runs.getObject().look());
    }
}
