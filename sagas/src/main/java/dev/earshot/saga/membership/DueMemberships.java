package dev.earshot.saga.membership;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.membership.MembershipCommand.AdvanceMembership;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets time pass for memberships, on one node at a time. A membership stays due until its own facts say when it is due
 * next, so a telling that fails or is lost is repeated in the next round, and repeating it is harmless.
 */
@Configuration(proxyBeanMethods = false)
class DueMemberships {
    private static final Logger LOG = LoggerFactory.getLogger(DueMemberships.class);

    // The scheduler collects its tasks before the command gateway exists, hence the provider.
    @Bean
    RecurringTask<Void> membershipsDueTask(
            RenewalSettings settings, ObjectProvider<CommandGateway> commands, DueRows rows, Clock clock) {
        return Tasks.recurring("memberships-due", FixedDelay.of(settings.lookEvery()))
                .execute((task, context) -> rows.dueAt(clock.instant())
                        .forEach(membershipId -> advance(commands.getObject(), membershipId, clock)));
    }

    private static void advance(CommandGateway commands, MembershipId membershipId, Clock clock) {
        try {
            commands.sendAndWait(new AdvanceMembership(membershipId, clock.instant()));
        } catch (RuntimeException failure) {
            LOG.atWarn()
                    .addKeyValue("membership", membershipId)
                    .setCause(failure)
                    .log("What is due stays due");
        }
    }
}
