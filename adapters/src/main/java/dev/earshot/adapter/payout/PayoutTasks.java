package dev.earshot.adapter.payout;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When providers are asked about payouts and payees. */
@Configuration(proxyBeanMethods = false)
class PayoutTasks {
    // The scheduler collects its tasks before the command gateway exists, hence the providers.
    @Bean
    RecurringTask<Void> payoutInquiryTask(PayoutCarrierSettings settings, ObjectProvider<PayoutInquiry> inquiry) {
        return Tasks.recurring("payout-inquiry", FixedDelay.of(settings.askEvery()))
                .execute((task, context) -> inquiry.getObject().inquireDue());
    }

    @Bean
    RecurringTask<Void> payeeInquiryTask(PayoutCarrierSettings settings, ObjectProvider<PayeeInquiry> inquiry) {
        return Tasks.recurring("payee-inquiry", FixedDelay.of(settings.askEvery()))
                .execute((task, context) -> inquiry.getObject().inquireDue());
    }
}
