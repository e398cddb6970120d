package dev.earshot.platform.people;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who sees to the keys of people from time to time, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class PeopleTasks {
    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> personKeysTask(ObjectProvider<KeyRotation> rotation) {
        return Tasks.recurring("person-keys", FixedDelay.of(EVERY))
                .execute((task, context) -> rotation.getObject().round());
    }
}
