package dev.earshot.adapter.payments.sandbox.hook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the network tells what it has to tell, and when it forgets it. */
@Configuration(proxyBeanMethods = false)
@WhenSandbox
class SandboxHookTasks {
    private static final Duration HOUR = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> sandboxHookTask(SandboxHookSettings settings, ObjectProvider<SandboxSender> sender) {
        return Tasks.recurring("sandbox-hooks", FixedDelay.of(settings.every()))
                .execute((task, context) -> sender.getObject().send());
    }

    @Bean
    RecurringTask<Void> sandboxForgetTask(
            SandboxHookSettings settings, ObjectProvider<SandboxOutbox> outbox, Clock clock) {
        return Tasks.recurring("sandbox-forget", FixedDelay.of(HOUR))
                .execute((task, context) ->
                        outbox.getObject().forget(clock.instant().minus(settings.keep())));
    }
}
