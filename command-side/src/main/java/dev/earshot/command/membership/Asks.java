package dev.earshot.command.membership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.membership.DuesPurpose;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
import dev.earshot.api.membership.MembershipEvent.DuesMissed;
import dev.earshot.api.membership.MembershipEvent.MembershipCancelled;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.membership.MembershipEvent.RenewalFailed;
import dev.earshot.api.membership.MembershipEvent.TrialStarted;
import dev.earshot.api.pricing.Tier;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Dues that were asked for and can still pay something. Immutable. They all compete for the same period: once one of
 * them has paid it, or the membership is over, none of the others can pay anything.
 *
 * @param known by the payment
 */
record Asks(@JsonValue Map<TopUpId, Ask> known) {
    @JsonCreator(mode = Mode.DELEGATING)
    Asks {
        known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    }

    static Asks none() {
        return new Asks(Map.of());
    }

    Optional<Ask> of(TopUpId dues) {
        return Optional.ofNullable(known.get(dues));
    }

    /** Whether any were asked for to this end, declined ones included. */
    boolean include(DuesPurpose purpose) {
        return known.values().stream().anyMatch(ask -> ask.purpose() == purpose);
    }

    /** Whether an answer is awaited. */
    boolean areOpen() {
        return known.values().stream().anyMatch(ask -> !ask.declined());
    }

    /** Whether an answer is awaited to dues of this purpose. */
    boolean areOpen(DuesPurpose purpose) {
        return known.values().stream().anyMatch(ask -> ask.isOpen(purpose));
    }

    /** Whether an answer is awaited to dues of this purpose for this tier. */
    boolean areOpen(DuesPurpose purpose, Tier tier) {
        return known.values().stream()
                .anyMatch(ask -> ask.isOpen(purpose) && ask.tier().equals(tier));
    }

    Asks after(MembershipEvent event) {
        if (event instanceof DuesAsked asked) {
            return with(asked.topUpId(), Ask.of(asked));
        } else if (event instanceof RenewalFailed failed) {
            return declined(failed.topUpId());
        } else if (event instanceof DuesMissed missed) {
            return declined(missed.topUpId());
        } else if (event instanceof MembershipCancelled) {
            return withoutChanges();
        }
        boolean nothingAskedBeforeCounts =
                event instanceof TrialStarted || event instanceof PeriodBegan || event instanceof MembershipEnded;
        return nothingAskedBeforeCounts ? none() : this;
    }

    private Asks declined(TopUpId dues) {
        return of(dues).map(ask -> with(dues, ask.refused())).orElse(this);
    }

    private Asks with(TopUpId dues, Ask ask) {
        Map<TopUpId, Ask> more = new LinkedHashMap<>(known);
        more.put(dues, ask);
        return new Asks(more);
    }

    private Asks withoutChanges() {
        Map<TopUpId, Ask> fewer = new LinkedHashMap<>(known);
        fewer.values().removeIf(ask -> ask.purpose() == DuesPurpose.CHANGE);
        return new Asks(fewer);
    }

    /**
     * What some dues are for.
     *
     * @param from when the period that they pay begins; of a first one, when they are paid
     * @param creditLeft what is left of the member's credit when they are paid, minor units
     * @param declined whether the provider has said no; a payment told later is believed all the same
     */
    record Ask(DuesPurpose purpose, Tier tier, Instant from, long creditLeft, boolean declined) {
        static Ask of(DuesAsked event) {
            return new Ask(event.purpose(), event.tier(), event.from(), event.creditLeft(), false);
        }

        Ask refused() {
            return new Ask(purpose, tier, from, creditLeft, true);
        }

        boolean isOpen(DuesPurpose that) {
            return purpose == that && !declined;
        }
    }
}
