package dev.earshot.query.audit.run;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.earshot.query.audit.WhereTheLogIs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task that verifies the log once. */
@Configuration(proxyBeanMethods = false)
@WhereTheLogIs
class VerificationTask {
    private static final TaskDescriptor<Void> VERIFY = TaskDescriptor.of("verify-log");

    static TaskInstance<Void> of(String verificationId) {
        return VERIFY.instance(verificationId).build();
    }

    // The scheduler collects its tasks before what they need exists, hence the provider.
    @Bean
    OneTimeTask<Void> verifyLogTask(ObjectProvider<Verifications> verifications) {
        return Tasks.oneTime(VERIFY)
                .execute((task, context) -> verifications.getObject().run(task.getId()));
    }
}
