package dev.earshot.query.shadow;

import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.shadow.ShadowEvent.ShadowPlanStarted;
import dev.earshot.api.shadow.ShadowEvent.ShadowPlanStopped;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.query.lab.ShadowPrice;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What one batch of events changes: plans that start and stop, calls that begin and are settled, and what these add to the
 * sums. A call counts for a plan that had started when it was requested and still runs when it is settled.
 */
final class Shadows {
    private final Map<String, Plan> plans = new LinkedHashMap<>();
    private final Map<String, ShadowCall> calls = new LinkedHashMap<>();
    private final Set<String> stored = new HashSet<>();
    private final Set<String> settled = new HashSet<>();
    private final Set<String> begunAnew = new HashSet<>();
    private final Set<String> changed = new HashSet<>();
    private final Map<Key, Sums> sums = new LinkedHashMap<>();

    Shadows(Collection<Plan> known) {
        known.forEach(plan -> plans.put(plan.candidate().name(), plan));
    }

    boolean isIdle() {
        return plans.values().stream().noneMatch(Plan::runs);
    }

    /** These calls began in earlier batches. */
    void know(Collection<ShadowCall> before) {
        before.forEach(call -> {
            calls.put(call.callId(), call);
            stored.add(call.callId());
        });
    }

    void hear(Heard heard) {
        Object event = heard.event();
        if (event instanceof ShadowPlanStarted started) {
            start(started, heard.position());
        } else if (event instanceof ShadowPlanStopped stopped) {
            plans.computeIfPresent(
                    stopped.name(), (name, plan) -> plan.stopped(stopped.by().value(), stopped.at()));
            changed.add(stopped.name());
        } else if (event instanceof CallRequested requested) {
            begin(requested, heard.position());
        } else if (event instanceof HoldCaptured captured) {
            price(captured);
        } else if (event instanceof HoldReleased released) {
            settle(released.callId().value());
        } else if (event instanceof CallRefused refused) {
            settle(refused.callId().value());
        }
    }

    /** Plans that are other than they were. */
    Collection<Plan> changedPlans() {
        return changed.stream().map(plans::get).filter(plan -> plan != null).toList();
    }

    /** Plans whose former sums are void. */
    Set<String> begunAnew() {
        return begunAnew;
    }

    Map<Key, Sums> sums() {
        return sums;
    }

    /** Calls that began in this batch and are not settled in it. */
    Collection<ShadowCall> begun() {
        return calls.values().stream()
                .filter(call -> !stored.contains(call.callId()) && !settled.contains(call.callId()))
                .toList();
    }

    /** Calls that began earlier and are settled. */
    Collection<String> settled() {
        return settled.stream().filter(stored::contains).toList();
    }

    private void start(ShadowPlanStarted event, long position) {
        String name = event.candidate().name();
        plans.put(name, new Plan(event.candidate(), event.by().value(), event.at(), position, null, null));
        changed.add(name);
        begunAnew.add(name);
        sums.keySet().removeIf(key -> key.name().equals(name));
    }

    private void begin(CallRequested event, long position) {
        if (!isIdle()) {
            String id = event.callId().value();
            calls.putIfAbsent(
                    id, new ShadowCall(id, event.parties().listenerId(), event.terms(), event.at(), position));
        }
    }

    private void price(HoldCaptured event) {
        ShadowCall call = calls.get(event.callId().value());
        if (call == null || settled.contains(call.callId())) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(call.requestedAt(), ZoneOffset.UTC);
        for (Plan plan : plans.values()) {
            if (plan.runs() && plan.started() < call.position()) {
                var price = ShadowPrice.of(
                        plan.candidate(), call.listener(), call.terms(), event.grant(), event.talkedSeconds());
                var key = new Key(
                        plan.candidate().name(),
                        day,
                        call.terms().plan(),
                        event.currency().getCurrencyCode());
                sums.merge(key, Sums.of(price, event.talkedSeconds()), Sums::plus);
            }
        }
        settle(call.callId());
    }

    private void settle(String callId) {
        if (calls.containsKey(callId)) {
            settled.add(callId);
        }
    }
}
