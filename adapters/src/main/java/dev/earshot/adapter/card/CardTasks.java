package dev.earshot.adapter.card;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When questions about cards are looked for that were left. */
@Configuration(proxyBeanMethods = false)
class CardTasks {
    // The scheduler collects its tasks before the command gateway exists, hence the provider.
    @Bean
    RecurringTask<Void> cardDeskTask(CardDeskSettings settings, ObjectProvider<CardDesk> desk) {
        return Tasks.recurring("card-desk", FixedDelay.of(settings.lookEvery()))
                .execute((task, context) -> desk.getObject().askDue());
    }
}
