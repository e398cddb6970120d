package dev.earshot.adapter.payments.sandbox;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.earshot.api.id.TopUpId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the sandbox does later; kept in the database, so that a restart forgets none of it. */
@Configuration(proxyBeanMethods = false)
@WhenSandbox
class SandboxTasks {
    private static final TaskDescriptor<Void> CALL_BACK = TaskDescriptor.of("sandbox-call-back");

    /** The network's late answer to this top-up. */
    static TaskInstance<Void> callBack(TopUpId topUp) {
        return CALL_BACK.instance(topUp.value()).build();
    }

    // The scheduler collects its tasks before the command gateway exists, hence the provider.
    @Bean
    OneTimeTask<Void> sandboxCallBackTask(ObjectProvider<SandboxInquiry> inquiry) {
        return Tasks.oneTime(CALL_BACK)
                .execute((task, context) -> inquiry.getObject().inquire(new TopUpId(task.getId())));
    }

    @Bean
    RecurringTask<Void> sandboxInquiryTask(SandboxSettings settings, ObjectProvider<SandboxInquiry> inquiry) {
        return Tasks.recurring("sandbox-inquiry", FixedDelay.of(settings.askEvery()))
                .execute((task, context) -> inquiry.getObject().inquireOverdue());
    }
}
