package dev.earshot.command.earnings;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.earnings.EarningsEvent.ClawbackReturned;
import dev.earshot.api.earnings.EarningsEvent.EarningsClawedBack;
import dev.earshot.api.earnings.EarningsEvent.EarningsTakenBackDirectly;
import dev.earshot.api.earnings.EarningsEvent.PenaltyImposed;
import dev.earshot.api.earnings.EarningsEvent.PenaltyReversed;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.id.PenaltyId;
import dev.earshot.api.money.Money;
import dev.earshot.memory.Recent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The penalties that stand, and which penalties and clawbacks were told already. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class Taken {
    private static final int REMEMBERED = 1_000;

    private Map<PenaltyId, Money> penalties = new HashMap<>();
    private Recent<PenaltyId> reversed = Recent.atMost(REMEMBERED);
    private Recent<ClawbackId> clawedBack = Recent.atMost(REMEMBERED);

    /** A penalty that stands. */
    Optional<Money> penalty(PenaltyId penaltyId) {
        return Optional.ofNullable(penalties.get(penaltyId));
    }

    boolean wasReversed(PenaltyId penaltyId) {
        return reversed.includes(penaltyId);
    }

    /** Whether this was told already, be it that something was clawed back or that it was returned. */
    boolean knows(ClawbackId clawbackId) {
        return clawedBack.includes(clawbackId);
    }

    void on(EarningsEvent event) {
        if (event instanceof PenaltyImposed penalty) {
            penalties.put(penalty.penaltyId(), penalty.amount());
        } else if (event instanceof PenaltyReversed penalty) {
            penalties.remove(penalty.penaltyId());
            reversed.remember(penalty.penaltyId());
        } else if (event instanceof EarningsClawedBack clawback) {
            clawedBack.remember(clawback.clawbackId());
        } else if (event instanceof ClawbackReturned clawback) {
            clawedBack.remember(clawback.clawbackId());
        } else if (event instanceof EarningsTakenBackDirectly clawback) {
            clawedBack.remember(clawback.clawbackId());
        }
    }
}
