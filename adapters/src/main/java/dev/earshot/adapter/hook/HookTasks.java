package dev.earshot.adapter.hook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When hooks are worked off. */
@Configuration(proxyBeanMethods = false)
class HookTasks {
    private static final Duration HOUR = Duration.ofHours(1);

    // The scheduler collects its tasks before the command gateway exists, hence the provider.
    @Bean
    RecurringTask<Void> hookTask(HookSettings settings, ObjectProvider<HookWork> work) {
        return Tasks.recurring("hooks", FixedDelay.of(settings.every()))
                .execute((task, context) -> work.getObject().workOff());
    }

    @Bean
    RecurringTask<Void> unroutedHookTask(HookSettings settings, ObjectProvider<HookWork> work) {
        return Tasks.recurring("unrouted-hooks", FixedDelay.of(settings.unroutedEvery()))
                .execute((task, context) -> work.getObject().tryUnrouted());
    }

    @Bean
    RecurringTask<Void> hookPullTask(HookSettings settings, ObjectProvider<HookPull> pull) {
        return Tasks.recurring("hook-pull", FixedDelay.of(settings.pullEvery()))
                .execute((task, context) -> pull.getObject().pull());
    }

    @Bean
    RecurringTask<Void> hookRetentionTask(ObjectProvider<HookRetention> retention) {
        return Tasks.recurring("hook-retention", FixedDelay.of(HOUR))
                .execute((task, context) -> retention.getObject().removeOldBodies());
    }
}
