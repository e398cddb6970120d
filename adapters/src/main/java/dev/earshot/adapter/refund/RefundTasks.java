package dev.earshot.adapter.refund;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.earshot.adapter.payments.PaymentSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When providers are asked for refunds. */
@Configuration(proxyBeanMethods = false)
class RefundTasks {
    // The scheduler collects its tasks before the command gateway exists, hence the provider.
    @Bean
    RecurringTask<Void> refundInquiryTask(PaymentSettings settings, ObjectProvider<RefundInquiry> inquiry) {
        return Tasks.recurring("refund-inquiry", FixedDelay.of(settings.askEvery()))
                .execute((task, context) -> inquiry.getObject().inquireDue());
    }
}
