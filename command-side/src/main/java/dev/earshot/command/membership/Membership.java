package dev.earshot.command.membership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.membership.ChangeEffect;
import dev.earshot.api.membership.DuesPurpose;
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
import dev.earshot.api.membership.MembershipEnd;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
import dev.earshot.api.membership.MembershipEvent.DuesClaimed;
import dev.earshot.api.membership.MembershipEvent.DuesMissed;
import dev.earshot.api.membership.MembershipEvent.DuesReversalRecorded;
import dev.earshot.api.membership.MembershipEvent.DuesUnused;
import dev.earshot.api.membership.MembershipEvent.MembershipCancelled;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.MembershipReinstated;
import dev.earshot.api.membership.MembershipEvent.MembershipResumed;
import dev.earshot.api.membership.MembershipEvent.MembershipSuspended;
import dev.earshot.api.membership.MembershipEvent.MethodChosen;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.membership.MembershipEvent.RenewalFailed;
import dev.earshot.api.membership.MembershipEvent.SubscriptionRecorded;
import dev.earshot.api.membership.MembershipEvent.TierChosen;
import dev.earshot.api.membership.MembershipEvent.TrialStarted;
import dev.earshot.api.membership.MembershipHeld;
import dev.earshot.api.membership.MembershipRefusal;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.money.Money;
import dev.earshot.api.person.Remains;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.catalogue.MembershipSettings;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * An account's membership. It starts with a trial, once for each account and family of tiers, or with a first payment; it
 * is renewed period by period, and ends when it was cancelled or when the grace after a failed renewal is over. Then it may
 * start again.
 *
 * <p>Dues are asked for as top-ups, and every answer is believed whenever it comes. What can still pay something does; what
 * cannot, because something else was paid or the membership is over, is the member's money. So no period is paid twice and
 * no money is lost. A renewal pays the period that follows the last one, unless that would be over before it is paid:
 * nobody is charged for time that nobody could use, however long nobody asked.
 *
 * <p>A change that takes effect now costs the new price less the unused share of the old period, from the moment it was
 * asked for; what is left over is credit for later dues.
 *
 * <p>Beside all that stand subscriptions that stores charge and renew. They are recorded and never charged here, and while
 * one goes on the membership itself does not.
 *
 * <p>Dues that went back pay for nothing: without what was paid for it the running period is suspended for as long, and
 * while earlier dues are disputed too. Whoever is suspended is not renewed. What was used stays used, for the talk was had;
 * only when a dispute has taken the dues for good is the used share claimed of the member. {@link Receipts} keeps account.
 *
 * <p>Longer than most aggregates because all its dues compete for the same period.
 */
@Aggregate(type = "Membership", cache = "membershipCache", snapshotTriggerDefinition = "membershipSnapshots")
@Revision("2")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Membership {
    @AggregateIdentifier
    private MembershipId id;

    private Period period; // Absent while there is none.
    private Tier nextTier; // Absent while none was chosen.
    private String method = "";
    private boolean cancelled;
    private boolean inGrace;
    private Instant retryAt = Instant.EPOCH;
    private Instant giveUpAt = Instant.EPOCH;
    private long credit;
    private long attempts;
    private Map<TopUpId, Ask> asked = new LinkedHashMap<>();
    private Receipts receipts = Receipts.none();
    private boolean suspended;
    private Set<String> triedFamilies = new HashSet<>();
    private Map<String, Subscription> subscriptions = new LinkedHashMap<>();

    Membership() {}

    /** Who never had a membership has none. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    MembershipHeld handle(AskMembership command) {
        Instant now = command.at();
        Stream<Tier> own = period != null && !suspended && now.isBefore(cancelled ? period.until() : period.liveUntil())
                ? Stream.of(period.tier())
                : Stream.empty();
        Stream<Tier> ofStores = subscriptions.values().stream()
                .filter(subscription -> now.isBefore(subscription.liveUntil()))
                .map(Subscription::tier);
        return Stream.concat(own, ofStores)
                .max(Comparator.comparing(Tier::secondsPerDay).thenComparing(Tier::overflow))
                .map(tier -> new MembershipHeld(true, tier.overflow()))
                .orElseGet(() -> new MembershipHeld(false, false));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StartMembership command, MembershipSettings settings) throws Refused {
        Tier tier = command.tier();
        refuseIfSuspended();
        boolean repeated = period != null && !cancelled && period.tier().name().equals(tier.name());
        if (repeated || isAsked(DuesPurpose.START, tier, command)) {
            return;
        }
        if (period != null) {
            throw MembershipRefusal.MEMBERSHIP_STANDS.of("you are a member already; change the tier instead");
        }
        refuseIfOfStore(command.at());
        if (tier.trialSeconds() > 0 && !triedFamilies.contains(tier.family())) {
            Instant until = command.at().plusSeconds(tier.trialSeconds());
            apply(new TrialStarted(
                    command.membershipId(), tier, command.method(), until, until.plus(settings.grace()), command.at()));
            return;
        }
        Due start = new Due(DuesPurpose.START, tier, command.method(), command.at(), Instant.MAX);
        ask(command.membershipId(), start, credit, command.at(), settings);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Remains handle(AskRemains command) {
        boolean inFlight = asked.values().stream().anyMatch(ask -> !ask.declined());
        return new Remains(false, false, inFlight, List.of(), false);
    }

    @CommandHandler
    void handle(CancelMembership command) throws Refused {
        if (period == null && asked.values().stream().anyMatch(ask -> ask.isOpen(DuesPurpose.START))) {
            end(MembershipEnd.CANCELLED, command.at());
            return;
        }
        refuseUnlessStanding(command.at());
        cancel(command.at());
    }

    @CommandHandler
    void handle(ResumeMembership command) throws Refused {
        refuseUnlessStanding(command.at());
        refuseIfSuspended();
        if (!cancelled) {
            return;
        }
        if (period.isOver(command.at())) {
            throw MembershipRefusal.MEMBERSHIP_OVER.of("it ended %s; start a new one", period.until());
        }
        refuseIfOfStore(command.at());
        apply(new MembershipResumed(id, period.liveUntil(), command.at()));
    }

    @CommandHandler
    void handle(ChangeTier command, MembershipSettings settings) throws Refused {
        refuseUnlessStanding(command.at());
        refuseIfSuspended();
        refuseIfOfStore(command.at());
        Tier tier = command.tier();
        boolean stays = tier.equals(period.tier());
        if (command.effect() == ChangeEffect.PERIOD_END || stays) {
            if (!tier.equals(nextTier == null ? period.tier() : nextTier)) {
                apply(new TierChosen(id, tier, command.at()));
            }
        } else if (!isAsked(DuesPurpose.CHANGE, tier, null)) {
            Due change = new Due(DuesPurpose.CHANGE, tier, method, command.at(), period.until());
            ask(id, change, credit + period.unused(command.at()), command.at(), settings);
        }
    }

    @CommandHandler
    void handle(ChooseMethod command, MembershipSettings settings) throws Refused {
        refuseUnlessStanding(command.at());
        if (!method.equals(command.method())) {
            apply(new MethodChosen(id, command.method(), command.at()));
            if (inGrace && !suspended && command.at().isBefore(giveUpAt)) {
                renew(period.until(), giveUpAt, command.at(), settings);
            }
        }
    }

    @CommandHandler
    void handle(AdvanceMembership command, MembershipSettings settings) {
        Instant now = command.at();
        if (period == null || !period.isOver(now)) {
            return;
        }
        boolean renewing = asked.values().stream().anyMatch(ask -> ask.purpose() == DuesPurpose.RENEWAL);
        if (cancelled) {
            end(MembershipEnd.CANCELLED, now);
        } else if (suspended) {
            end(MembershipEnd.REVERSED, now);
        } else if (!renewing) {
            // So late that the allowance has lapsed meanwhile, the time between is not charged for.
            boolean late = !now.isBefore(period.liveUntil());
            renew(late ? now : period.until(), late ? now.plus(settings.grace()) : period.liveUntil(), now, settings);
        } else if (!now.isBefore(giveUpAt)) {
            end(MembershipEnd.UNPAID, now);
        } else if (inGrace && !now.isBefore(retryAt)) {
            renew(period.until(), giveUpAt, now, settings);
        }
    }

    @CommandHandler
    void handle(ReceiveDues command, MembershipSettings settings) {
        if (receipts.isReceived(command.topUpId())) {
            return;
        }
        if (asked.containsKey(command.topUpId())) {
            begin(command.topUpId(), command.at(), settings);
        } else {
            apply(new DuesUnused(id, command.topUpId(), command.paid(), command.at()));
        }
        follow(command.at()); // They may have gone back before they were heard of.
    }

    @CommandHandler
    void handle(ReverseDues command) {
        if (receipts.of(command.topUpId()).revision() < command.revision()) {
            apply(new DuesReversalRecorded(
                    id,
                    command.topUpId(),
                    command.paid(),
                    command.reversal(),
                    command.lost(),
                    command.revision(),
                    command.at()));
            follow(command.at());
        }
    }

    @CommandHandler
    void handle(MissDues command, MembershipSettings settings) {
        Ask ask = asked.get(command.topUpId());
        if (ask == null || ask.declined()) {
            return;
        }
        if (ask.purpose() == DuesPurpose.RENEWAL) {
            Instant retry = command.at().plus(settings.retryEvery());
            apply(new RenewalFailed(
                    id,
                    command.topUpId(),
                    command.reason(),
                    retry.isBefore(giveUpAt) ? retry : giveUpAt,
                    giveUpAt,
                    command.at()));
        } else {
            apply(new DuesMissed(id, command.topUpId(), ask.purpose(), command.reason(), command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordSubscription command) {
        Subscription told = command.told();
        Subscription before = subscriptions.get(told.reference());
        Subscription known = before == null ? told : before.merge(told);
        if (known.equals(before)) {
            return;
        }
        apply(new SubscriptionRecorded(command.membershipId(), known, command.at()));
        if (period != null && !cancelled && isCharged(known, command.at())) { // Nobody pays for two.
            cancel(command.at());
        }
    }

    private record Due(DuesPurpose purpose, Tier tier, String method, Instant from, Instant giveUpAt) {}

    private void renew(Instant from, Instant until, Instant at, MembershipSettings settings) {
        if (asked.values().stream().noneMatch(ask -> ask.isOpen(DuesPurpose.RENEWAL))) {
            Tier tier = nextTier == null ? period.tier() : nextTier;
            ask(id, new Due(DuesPurpose.RENEWAL, tier, method, from, until), credit, at, settings);
        }
    }

    private void ask(MembershipId membershipId, Due due, long available, Instant at, MembershipSettings settings) {
        Money price = due.tier().price();
        long byCredit = Math.min(price.minor(), available);
        TopUpId topUpId = TopUpId.ofDues(membershipId, attempts + 1);
        apply(new DuesAsked(
                membershipId,
                topUpId,
                due.purpose(),
                due.tier(),
                new Money(price.minor() - byCredit, price.currency()),
                available - byCredit,
                due.method(),
                due.from(),
                due.giveUpAt(),
                at));
        if (byCredit == price.minor()) {
            begin(topUpId, at, settings);
        }
    }

    private void begin(TopUpId topUpId, Instant at, MembershipSettings settings) {
        Ask ask = asked.get(topUpId);
        Instant wanted = ask.purpose() == DuesPurpose.START ? at : ask.from();
        Instant from = Period.endOf(period, ask.tier(), wanted).isAfter(at) ? wanted : at;
        Instant until = Period.endOf(period, ask.tier(), from);
        apply(new PeriodBegan(
                id, topUpId, ask.tier(), ask.creditLeft(), from, until, until.plus(settings.grace()), at));
    }

    private void cancel(Instant at) {
        if (period.isOver(at) || suspended) {
            end(MembershipEnd.CANCELLED, at);
        } else if (!cancelled) {
            apply(new MembershipCancelled(id, period.until(), at));
        }
    }

    /** What follows from the dues that have gone back by now. */
    private void follow(Instant at) {
        boolean stopped = receipts.areDisputed() || receipts.runForNothing() && (suspended || !period.isOver(at));
        if (period != null && stopped && !suspended) {
            apply(new MembershipSuspended(id, at));
        } else if (period != null && !stopped && suspended) {
            Instant liveUntil = cancelled ? period.until() : period.liveUntil();
            apply(new MembershipReinstated(id, period.tier(), liveUntil, at));
        }
        receipts.toClaim().forEach((dues, receipt) -> {
            Money inAll = new Money(receipt.due(), receipt.paid().currency());
            apply(new DuesClaimed(id, dues, receipt.paid(), inAll, receipt.claims() + 1, at));
        });
    }

    private void end(MembershipEnd reason, Instant at) {
        apply(new MembershipEnded(id, reason, at));
    }

    private boolean isAsked(DuesPurpose purpose, Tier tier, StartMembership by) {
        return asked.values().stream()
                        .anyMatch(ask -> ask.isOpen(purpose) && ask.tier().equals(tier))
                && (by == null || by.method().equals(method));
    }

    private static boolean isCharged(Subscription subscription, Instant at) {
        return subscription.goesOn() && at.isBefore(subscription.liveUntil());
    }

    private void refuseIfOfStore(Instant at) throws Refused {
        if (subscriptions.values().stream().anyMatch(subscription -> isCharged(subscription, at))) {
            throw MembershipRefusal.MEMBERSHIP_OF_STORE.of("a store renews your membership; change it there");
        }
    }

    private void refuseIfSuspended() throws Refused {
        if (suspended || receipts.areDisputed()) {
            throw MembershipRefusal.MEMBERSHIP_SUSPENDED.of("what was paid for it has gone back or is disputed");
        }
    }

    private void refuseUnlessStanding(Instant at) throws Refused {
        if (period == null) {
            refuseIfOfStore(at);
            throw MembershipRefusal.MEMBERSHIP_UNKNOWN.of("you are no member now");
        }
    }

    @EventSourcingHandler
    void on(TrialStarted event) {
        id = event.membershipId();
        method = event.method();
        triedFamilies.add(event.tier().family());
        receipts = receipts.withoutRunning();
        stand(Period.ofTrial(event.tier(), event.at(), event.until(), event.liveUntil()));
    }

    @EventSourcingHandler
    void on(DuesAsked event) {
        id = event.membershipId();
        method = event.method();
        attempts++;
        asked.put(event.topUpId(), new Ask(event.purpose(), event.tier(), event.from(), event.creditLeft(), false));
        giveUpAt = event.purpose() == DuesPurpose.RENEWAL ? event.giveUpAt() : giveUpAt;
    }

    @EventSourcingHandler
    void on(PeriodBegan event) {
        receipts = receipts.began(event.topUpId(), event.from(), event.until());
        credit = event.creditLeft();
        stand(Period.after(period, event.tier(), event.from(), event.until(), event.liveUntil()));
    }

    @EventSourcingHandler
    void on(RenewalFailed event) {
        asked.computeIfPresent(event.topUpId(), (dues, ask) -> ask.refused());
        inGrace = true;
        retryAt = event.retryAt();
    }

    @EventSourcingHandler
    void on(DuesMissed event) {
        asked.computeIfPresent(event.topUpId(), (dues, ask) -> ask.refused());
    }

    @EventSourcingHandler
    void on(DuesUnused event) {
        receipts = receipts.with(event.topUpId(), Receipt::asCash);
    }

    @EventSourcingHandler
    void on(MembershipCancelled event) {
        cancelled = true;
        asked.values().removeIf(ask -> ask.purpose() == DuesPurpose.CHANGE);
    }

    @EventSourcingHandler
    void on(MembershipResumed event) {
        cancelled = false;
    }

    @EventSourcingHandler
    void on(TierChosen event) {
        nextTier = event.tier();
    }

    @EventSourcingHandler
    void on(MethodChosen event) {
        method = event.method();
    }

    @EventSourcingHandler
    void on(MembershipEnded event) {
        receipts = receipts.withoutRunning();
        stand(null);
    }

    @EventSourcingHandler
    void on(SubscriptionRecorded event) {
        id = event.membershipId();
        subscriptions.put(event.known().reference(), event.known());
    }

    @EventSourcingHandler
    void on(DuesReversalRecorded event) {
        long lost = event.lost().minor();
        receipts = receipts.with(
                event.topUpId(), receipt -> receipt.reversed(event.paid(), event.reversal(), lost, event.revision()));
    }

    @EventSourcingHandler
    void on(DuesClaimed event) {
        receipts = receipts.with(
                event.topUpId(), receipt -> receipt.claiming(event.inAll().minor(), event.revision()));
    }

    @EventSourcingHandler
    void on(MembershipSuspended event) {
        suspended = true;
        receipts = receipts.ofRunning(receipt -> receipt.stopped(event.at()));
    }

    @EventSourcingHandler
    void on(MembershipReinstated event) {
        suspended = false;
        receipts = receipts.ofRunning(receipt -> receipt.resumed(event.at()));
    }

    /** From now on only this is true, and nothing that was asked before can change it. */
    private void stand(Period now) {
        period = now;
        nextTier = null;
        cancelled = false;
        inGrace = false;
        suspended = false;
        asked.clear();
    }
}
