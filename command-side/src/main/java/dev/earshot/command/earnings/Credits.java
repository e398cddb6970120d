package dev.earshot.command.earnings;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsMatured;
import dev.earshot.api.earnings.EarningsEvent.EarningsReleased;
import dev.earshot.api.earnings.EarningsEvent.EarningsSettledDirectly;
import dev.earshot.api.id.CallId;
import dev.earshot.api.money.Money;
import dev.earshot.memory.Recent;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which calls were credited, what of them is still pending, and which payments brought their listener's share to the
 * listener directly. A payment may come before the credit of its call: then it waits here to be met.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class Credits {
    private static final int REMEMBERED = 1_000;

    private Recent<CallId> credited = Recent.atMost(REMEMBERED);
    private Recent<String> payments = Recent.atMost(REMEMBERED);
    private LinkedHashMap<CallId, Credit> pending = new LinkedHashMap<>();
    private LinkedHashMap<CallId, Money> unmet = new LinkedHashMap<>();

    boolean include(CallId callId) {
        return credited.includes(callId);
    }

    boolean isSettledBy(String payment) {
        return payments.includes(payment);
    }

    /** What of a call's credit is pending although its listener already has it. */
    Optional<Credit> releasable(CallId callId) {
        Credit credit = pending.get(callId);
        Money settled = unmet.get(callId);
        return credit == null || settled == null || !credit.isOf(settled.currency())
                ? Optional.empty()
                : Optional.of(credit.atMost(settled.minor()));
    }

    void on(EarningsEvent event) {
        if (event instanceof EarningsCredited credited) {
            credit(credited.callId(), credited.amount(), credited.at());
        } else if (event instanceof EarningsSettledDirectly settled) {
            settle(settled.callId(), settled.payment(), settled.amount());
        } else if (event instanceof EarningsReleased released) {
            release(released.callId(), released.amount());
        } else if (event instanceof EarningsMatured matured) {
            ripen(matured.amount().currency(), matured.creditedUntil());
        }
    }

    private void credit(CallId callId, Money amount, Instant at) {
        credited.remember(callId);
        remember(pending, callId, new Credit(amount, at));
    }

    private void settle(CallId callId, String payment, Money amount) {
        payments.remember(payment);
        // A credit that has ripened has nothing pending to meet.
        if (!credited.includes(callId) || pending.containsKey(callId)) {
            remember(
                    unmet, callId, unmet.containsKey(callId) ? unmet.get(callId).plus(amount) : amount);
        }
    }

    private void release(CallId callId, Money amount) {
        pending.computeIfPresent(callId, (same, credit) -> credit.without(amount));
        unmet.computeIfPresent(callId, (same, settled) -> {
            Money rest = settled.minus(amount);
            return rest.isPositive() ? rest : null;
        });
    }

    /** What was credited up to this moment is pending no more. */
    private void ripen(Currency currency, Instant until) {
        pending.entrySet().removeIf(call -> {
            Credit credit = call.getValue();
            boolean ripe = credit.isOf(currency) && !credit.at().isAfter(until);
            if (ripe) {
                unmet.remove(call.getKey());
            }
            return ripe;
        });
    }

    private static <V> void remember(Map<CallId, V> calls, CallId callId, V value) {
        calls.put(callId, value);
        if (calls.size() > REMEMBERED) {
            calls.remove(calls.keySet().iterator().next());
        }
    }

    /** What of a call's credit is pending, and since when. */
    record Credit(Money amount, Instant at) {
        boolean isOf(Currency currency) {
            return amount.currency().equals(currency);
        }

        Credit atMost(long minor) {
            return new Credit(new Money(Math.min(amount.minor(), minor), amount.currency()), at);
        }

        Credit without(Money released) {
            return new Credit(amount.minus(released), at);
        }
    }
}
