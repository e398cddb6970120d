package dev.earshot.saga.billing;

import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallExtended;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CardChosen;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.meter.MeterEvent.GrantRunningLow;
import dev.earshot.api.presence.PresenceEvent.EngagementDeclined;
import dev.earshot.api.presence.PresenceEvent.ListenerDisengaged;
import dev.earshot.api.presence.PresenceEvent.ListenerEngaged;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.saga.CallFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets a billing hear facts and keeps its last step. */
final class BillingStory {
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    static final Rules RULES = new Rules(
            300, 60, Duration.ofSeconds(10), Duration.ofSeconds(45), Duration.ofSeconds(30), Duration.ofHours(4));

    static final CardRules CARD_RULES = new CardRules(300, 120, Duration.ofSeconds(60));

    final CallFacts call = new CallFacts("Story");
    private Step last;

    BillingStory() {
        this(PayWith.WALLET);
    }

    private BillingStory(PayWith payWith) {
        last = CallBilling.requested(call.requested(payWith, START), RULES, CARD_RULES, START);
    }

    /** A call that is paid by card. */
    static BillingStory byCard() {
        return new BillingStory(PayWith.CARD);
    }

    static Instant at(long second) {
        return START.plusSeconds(second);
    }

    BillingStory hears(long second, Object... facts) {
        for (Object fact : facts) {
            last = stepOn(last.next(), fact, at(second));
        }
        return this;
    }

    BillingStory wakes(long second) {
        last = last.next().woken(at(second));
        return this;
    }

    /** An admitted, accepted and connected call with 300 seconds granted, connected at second 5. */
    BillingStory connected() {
        return hears(0, call.placed(300, at(0)), call.engaged(at(0)))
                .hears(1, call.admitted(300, at(1)))
                .hears(3, call.accepted(at(3)))
                .hears(5, call.connected(at(5)));
    }

    List<Object> asks() {
        return last.commands();
    }

    Optional<Instant> wakeAt() {
        return last.wakeAt();
    }

    boolean isDone() {
        return last.next().isDone();
    }

    CallBilling known() {
        return last.next();
    }

    static Step stepOn(CallBilling billing, Object fact, Instant now) {
        if (fact instanceof HoldPlaced of) {
            return billing.on(of, now);
        } else if (fact instanceof HoldDeclined of) {
            return billing.on(of, now);
        } else if (fact instanceof HoldExtended of) {
            return billing.on(of, now);
        } else if (fact instanceof HoldExtensionDeclined of) {
            return billing.on(of, now);
        } else if (fact instanceof HoldCaptured of) {
            return billing.on(of, now);
        } else if (fact instanceof HoldReleased of) {
            return billing.on(of, now);
        } else if (fact instanceof ListenerEngaged of) {
            return billing.on(of, now);
        } else if (fact instanceof EngagementDeclined of) {
            return billing.on(of, now);
        } else if (fact instanceof ListenerDisengaged of) {
            return billing.on(of, now);
        } else if (fact instanceof CallAdmitted of) {
            return billing.on(of, now);
        } else if (fact instanceof CallRefused of) {
            return billing.on(of, now);
        } else if (fact instanceof CallAccepted of) {
            return billing.on(of, now);
        } else if (fact instanceof CallConnected of) {
            return billing.on(of, now);
        } else if (fact instanceof CallExtended of) {
            return billing.on(of, now);
        } else if (fact instanceof CallEnded of) {
            return billing.on(of, now);
        } else if (fact instanceof GrantRunningLow of) {
            return billing.on(of, now);
        } else if (fact instanceof EarningsCredited of) {
            return billing.on(of, now);
        }
        return stepOnCard(billing, fact, now);
    }

    private static Step stepOnCard(CallBilling billing, Object fact, Instant now) {
        if (fact instanceof CardChosen of) {
            return billing.on(of, now);
        } else if (fact instanceof CardLent of) {
            return billing.on(of, now);
        } else if (fact instanceof CardPaymentEvent of) {
            return billing.on(of, now);
        }
        throw new IllegalArgumentException("not a fact of a call: " + fact);
    }
}
