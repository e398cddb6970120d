package dev.earshot.command.pricing;

import dev.earshot.api.account.AccountCommand.AskPlan;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.membership.MembershipCommand.AskMembership;
import dev.earshot.api.membership.MembershipHeld;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PlanVersion;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Asks by what the new calls of an account are paid. */
@Component
public class PlansHeld {
    private final CommandGateway commands;

    PlansHeld(CommandGateway commands) {
        this.commands = commands;
    }

    /**
     * The account's plan at this moment. On the version of memberships the tier decides whether cash may pay; where no
     * membership is live, cash is all there is.
     */
    public PlanHeld at(Instant now, AccountId account) {
        PlanHeld plan = commands.sendAndWait(new AskPlan(account));
        if (plan.version() != PlanVersion.MEMBERSHIP) {
            return plan;
        }
        MembershipHeld membership = commands.sendAndWait(new AskMembership(MembershipId.of(account), now));
        return new PlanHeld(plan.version(), !membership.live() || membership.overflow(), plan.packs());
    }
}
