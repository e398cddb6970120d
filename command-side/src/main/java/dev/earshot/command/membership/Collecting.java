package dev.earshot.command.membership;

import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.membership.DuesPurpose;
import dev.earshot.api.membership.MembershipCommand.AdvanceMembership;
import dev.earshot.api.membership.MembershipCommand.MissDues;
import dev.earshot.api.membership.MembershipCommand.ReceiveDues;
import dev.earshot.api.membership.MembershipEnd;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
import dev.earshot.api.membership.MembershipEvent.DuesMissed;
import dev.earshot.api.membership.MembershipEvent.DuesUnused;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.membership.MembershipEvent.RenewalFailed;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Tier;
import dev.earshot.command.membership.Asks.Ask;
import dev.earshot.platform.catalogue.MembershipSettings;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How dues are asked for, and what their answers bring. Every answer is believed whenever it comes. What can still pay
 * something does; what cannot, because something else was paid or the membership is over, is the member's money. So no
 * period is paid twice and no money is lost.
 *
 * <p>A renewal pays the period that follows the last one, unless that would be over before it is paid: nobody is
 * charged for time that nobody could use, however long nobody asked. What is declined is tried again until the grace
 * is over.
 */
record Collecting(Standing standing, MembershipSettings settings, Consumer<MembershipEvent> facts) {
    /** Whatever is due by now happens. */
    void advance(AdvanceMembership command) {
        Instant now = command.at();
        Period period = standing.period;
        if (period == null || !period.isOver(now)) {
            return;
        }
        if (standing.cancelled) {
            end(MembershipEnd.CANCELLED, now);
        } else if (standing.suspended) {
            end(MembershipEnd.REVERSED, now);
        } else if (!standing.asked.include(DuesPurpose.RENEWAL)) {
            // So late that the allowance has lapsed meanwhile, the time between is not charged for.
            boolean late = !now.isBefore(period.liveUntil());
            renew(late ? now : period.until(), late ? now.plus(settings.grace()) : period.liveUntil(), now);
        } else if (!now.isBefore(standing.giveUpAt)) {
            end(MembershipEnd.UNPAID, now);
        } else if (standing.inGrace && !now.isBefore(standing.retryAt)) {
            retry(now);
        }
    }

    /** Asks once more for a renewal that was declined. */
    void retry(Instant at) {
        renew(standing.period.until(), standing.giveUpAt, at);
    }

    void start(MembershipId membershipId, Tier tier, String method, Instant at) {
        ask(membershipId, new Due(DuesPurpose.START, tier, method, at, Instant.MAX), standing.credit, at);
    }

    /** A change costs the new price less the unused share of the old period, from the moment it was asked for. */
    void change(Tier tier, Instant at) {
        Period left = standing.period;
        Due change = new Due(DuesPurpose.CHANGE, tier, standing.method, at, left.until());
        ask(standing.id, change, standing.credit + left.unused(at), at);
    }

    void receive(ReceiveDues command) {
        if (standing.receipts.isReceived(command.topUpId())) {
            return;
        }
        Optional<Ask> ask = standing.asked.of(command.topUpId());
        if (ask.isPresent()) {
            begin(command.topUpId(), ask.get(), command.at());
        } else {
            facts.accept(new DuesUnused(standing.id, command.topUpId(), command.paid(), command.at()));
        }
        new Reversing(standing, facts).follow(command.at()); // They may have gone back before they were heard of.
    }

    void miss(MissDues command) {
        Optional<Ask> missed = standing.asked.of(command.topUpId()).filter(ask -> !ask.declined());
        if (missed.isEmpty()) {
            return;
        }
        DuesPurpose purpose = missed.get().purpose();
        if (purpose == DuesPurpose.RENEWAL) {
            Instant retry = command.at().plus(settings.retryEvery());
            Instant giveUpAt = standing.giveUpAt;
            Instant retryAt = retry.isBefore(giveUpAt) ? retry : giveUpAt;
            facts.accept(new RenewalFailed(
                    standing.id, command.topUpId(), command.reason(), retryAt, giveUpAt, command.at()));
        } else {
            facts.accept(new DuesMissed(standing.id, command.topUpId(), purpose, command.reason(), command.at()));
        }
    }

    private void renew(Instant from, Instant until, Instant at) {
        if (!standing.asked.areOpen(DuesPurpose.RENEWAL)) {
            Due renewal = new Due(DuesPurpose.RENEWAL, standing.nextTier(), standing.method, from, until);
            ask(standing.id, renewal, standing.credit, at);
        }
    }

    /** What credit covers is not asked for; what it covers whole is paid with it at once. */
    private void ask(MembershipId membershipId, Due due, long available, Instant at) {
        Money price = due.tier().price();
        long byCredit = Math.min(price.minor(), available);
        TopUpId topUpId = standing.nextDues(membershipId);
        facts.accept(new DuesAsked(
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
            begin(topUpId, standing.asked.of(topUpId).orElseThrow(), at);
        }
    }

    private void begin(TopUpId topUpId, Ask ask, Instant at) {
        Instant wanted = ask.purpose() == DuesPurpose.START ? at : ask.from();
        Instant from = Period.endOf(standing.period, ask.tier(), wanted).isAfter(at) ? wanted : at;
        Instant until = Period.endOf(standing.period, ask.tier(), from);
        Instant liveUntil = until.plus(settings.grace());
        facts.accept(new PeriodBegan(standing.id, topUpId, ask.tier(), ask.creditLeft(), from, until, liveUntil, at));
    }

    private void end(MembershipEnd reason, Instant at) {
        facts.accept(new MembershipEnded(standing.id, reason, at));
    }

    /** @param giveUpAt when nobody waits for an answer any longer */
    private record Due(DuesPurpose purpose, Tier tier, String method, Instant from, Instant giveUpAt) {}
}
