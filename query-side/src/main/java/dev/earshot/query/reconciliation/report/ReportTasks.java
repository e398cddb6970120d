package dev.earshot.query.reconciliation.report;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.earshot.api.id.ReportId;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When books are compared: each report once it is here, and what is open every now and then. On one node at a time. */
@Configuration(proxyBeanMethods = false)
class ReportTasks {
    private static final TaskDescriptor<Void> COMPARE = TaskDescriptor.of("compare-report");
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 9;

    static TaskInstance<Void> compare(ReportId report) {
        return COMPARE.instance(report.value()).build();
    }

    // The scheduler collects its tasks before the command gateway exists, hence the providers.
    @Bean
    OneTimeTask<Void> compareReportTask(ObjectProvider<ReportWork> work) {
        return Tasks.oneTime(COMPARE)
                .onFailure((failed, operations) -> {
                    int before = failed.getExecution().consecutiveFailures;
                    operations.reschedule(failed, failed.getTimeDone().plus(after(before)));
                })
                .execute((task, context) ->
                        work.getObject().goOn(new ReportId(task.getId()), context.getExecution().consecutiveFailures));
    }

    /** How long to wait after so many failures and one more: twice as long each time, until it is an hour. */
    static Duration after(int failures) {
        return failures >= DOUBLINGS ? LONGEST : AGAIN.multipliedBy(1L << failures);
    }

    @Bean
    RecurringTask<Void> reconciliationTask(
            ReportSettings settings, ObjectProvider<Reconciler> money, ObjectProvider<TalkRound> talk) {
        return Tasks.recurring("reconciliation", FixedDelay.of(settings.every()))
                .execute((task, context) -> {
                    money.getObject().lookAgain();
                    talk.getObject().round();
                });
    }
}
