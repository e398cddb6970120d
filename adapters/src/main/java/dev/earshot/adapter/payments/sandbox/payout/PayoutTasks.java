package dev.earshot.adapter.payments.sandbox.payout;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the banks tell later; found in the database, so that a restart forgets none of it. */
@Configuration(proxyBeanMethods = false)
@WhenSandbox
class PayoutTasks {
    // The scheduler collects its tasks before the command gateway exists, hence the provider.
    @Bean
    RecurringTask<Void> sandboxPayoutInquiryTask(
            SandboxPayoutSettings settings, ObjectProvider<PayoutInquiry> inquiry) {
        return Tasks.recurring("sandbox-payout-inquiry", FixedDelay.of(settings.askEvery()))
                .execute((task, context) -> inquiry.getObject().inquire());
    }
}
