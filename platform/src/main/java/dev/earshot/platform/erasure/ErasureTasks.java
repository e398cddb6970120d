package dev.earshot.platform.erasure;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who goes on with erasures, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class ErasureTasks {
    @Bean
    RecurringTask<Void> erasuresTask(ObjectProvider<Erasures> erasures) {
        return Tasks.recurring("erasures", FixedDelay.of(Duration.ofSeconds(1)))
                .execute((task, context) -> erasures.getObject().round());
    }

    @Bean
    RecurringTask<Void> overlookedErasuresTask(ObjectProvider<Erasures> erasures) {
        return Tasks.recurring("overlooked-erasures", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((task, context) -> erasures.getObject().sweep());
    }
}
