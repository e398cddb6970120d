package dev.earshot.command.membership;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.membership.MembershipCommand.AdvanceMembership;
import dev.earshot.api.membership.MembershipCommand.AskMembership;
import dev.earshot.api.membership.MembershipCommand.AskRemains;
import dev.earshot.api.membership.MembershipCommand.CancelMembership;
import dev.earshot.api.membership.MembershipCommand.ChangeTier;
import dev.earshot.api.membership.MembershipCommand.ChooseMethod;
import dev.earshot.api.membership.MembershipCommand.MissDues;
import dev.earshot.api.membership.MembershipCommand.ReceiveDues;
import dev.earshot.api.membership.MembershipCommand.RecordSubscription;
import dev.earshot.api.membership.MembershipCommand.ResumeMembership;
import dev.earshot.api.membership.MembershipCommand.ReverseDues;
import dev.earshot.api.membership.MembershipCommand.StartMembership;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.membership.MembershipHeld;
import dev.earshot.api.person.Remains;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.catalogue.MembershipSettings;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * An account's membership. It starts with a trial, once for each account and family of tiers, or with a first payment;
 * it is renewed period by period, and ends when it was cancelled or when the grace after a failed renewal is over.
 * Then it may start again.
 *
 * <p>Dues are asked for as top-ups, and {@link Collecting} decides what their answers bring. {@link Choosing} decides
 * what its member asks for, here and in stores, and {@link Reversing} what follows when dues go back: a period that
 * nothing pays for any more is suspended, and whoever is suspended is not renewed. They all read the same
 * {@link Standing}, which the facts change.
 */
@Aggregate(type = "Membership", cache = "membershipCache", snapshotTriggerDefinition = "membershipSnapshots")
@Revision("2")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Membership {
    @JsonUnwrapped // A snapshot shows no rooms.
    private Standing standing = new Standing();

    Membership() {}

    @AggregateIdentifier
    MembershipId id() {
        return standing.id;
    }

    /** Who never had a membership has none. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    MembershipHeld handle(AskMembership command) {
        return standing.held(command.at());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Remains handle(AskRemains command) {
        return standing.remains();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StartMembership command, MembershipSettings settings) throws Refused {
        choosing().start(command, settings);
    }

    @CommandHandler
    void handle(ChangeTier command, MembershipSettings settings) throws Refused {
        choosing().change(command, settings);
    }

    @CommandHandler
    void handle(ChooseMethod command, MembershipSettings settings) throws Refused {
        choosing().choose(command, settings);
    }

    @CommandHandler
    void handle(CancelMembership command) throws Refused {
        choosing().cancel(command);
    }

    @CommandHandler
    void handle(ResumeMembership command) throws Refused {
        choosing().resume(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordSubscription command) {
        choosing().record(command);
    }

    @CommandHandler
    void handle(AdvanceMembership command, MembershipSettings settings) {
        collecting(settings).advance(command);
    }

    @CommandHandler
    void handle(ReceiveDues command, MembershipSettings settings) {
        collecting(settings).receive(command);
    }

    @CommandHandler
    void handle(MissDues command, MembershipSettings settings) {
        collecting(settings).miss(command);
    }

    @CommandHandler
    void handle(ReverseDues command) {
        new Reversing(standing, AggregateLifecycle::apply).reverse(command);
    }

    @EventSourcingHandler
    void on(MembershipEvent event) {
        standing.on(event);
    }

    private Choosing choosing() {
        return new Choosing(standing, AggregateLifecycle::apply);
    }

    private Collecting collecting(MembershipSettings settings) {
        return new Collecting(standing, settings, AggregateLifecycle::apply);
    }
}
