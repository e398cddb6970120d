package dev.earshot.adapter.payments;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When providers are asked. */
@Configuration(proxyBeanMethods = false)
class PaymentTasks {
    // The scheduler collects its tasks before the command gateway exists, hence the provider.
    @Bean
    RecurringTask<Void> topUpInquiryTask(PaymentSettings settings, ObjectProvider<TopUpInquiry> inquiry) {
        return Tasks.recurring("top-up-inquiry", FixedDelay.of(settings.askEvery()))
                .execute((task, context) -> inquiry.getObject().inquireDue());
    }
}
