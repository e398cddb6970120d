package dev.earshot.command.person;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who looks for texts that are still to be moved, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class TextsMoveTask {
    @Bean
    RecurringTask<Void> textsMove(ObjectProvider<TextsMove> move) {
        return Tasks.recurring("move-personal-texts", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((task, context) -> move.getObject().round());
    }
}
