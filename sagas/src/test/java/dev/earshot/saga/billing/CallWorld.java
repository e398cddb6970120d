package dev.earshot.saga.billing;

import dev.earshot.api.call.CallCommand.AdmitCall;
import dev.earshot.api.call.CallCommand.EndCall;
import dev.earshot.api.call.CallCommand.ExtendCall;
import dev.earshot.api.call.CallCommand.RefuseCall;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.earnings.EarningsCommand.CreditEarnings;
import dev.earshot.api.presence.EngagementDecline;
import dev.earshot.api.presence.PresenceCommand.DisengageListener;
import dev.earshot.api.presence.PresenceCommand.EngageListener;
import dev.earshot.api.wallet.HoldDecline;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.ReleaseHold;
import dev.earshot.saga.CallFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Everyone a billing deals with, as unreliable as a network makes them: commands are lost, repeated and overtaken, facts
 * come late, twice and in any order. Each of them keeps the promises of its own commands, and no more.
 */
final class CallWorld {
    enum Stage {
        REQUESTED,
        RINGING,
        ACCEPTED,
        CONNECTED,
        OVER
    }

    private final CallFacts call = new CallFacts("World");
    private final Random chance;
    private final List<Object> commands = new ArrayList<>();
    private final List<Object> facts = new ArrayList<>();
    private final boolean funded;
    private final boolean listenerFree;
    private Instant now = BillingStory.START;
    private CallBilling billing;

    private boolean holdAnswered;
    long held;
    private boolean engagementAnswered;
    boolean engaged;
    private Stage stage = Stage.REQUESTED;
    private long known;
    private long billable;
    long captured = -1;
    long credited;
    int credits;

    CallWorld(long seed) {
        chance = new Random(seed);
        funded = chance.nextInt(4) > 0;
        listenerFree = chance.nextInt(4) > 0;
    }

    /** Lives until nothing is left to do, and tells whether the billing thinks so too. */
    boolean live() {
        Step step = CallBilling.requested(call.requested(now), BillingStory.RULES, BillingStory.CARD_RULES, now);
        follow(step);
        for (int turns = 0; turns < 2_000 && !billing.isDone(); turns++) {
            now = now.plusMillis(chance.nextInt(2_000));
            turn();
        }
        // What is still on its way arrives after the end, as it may.
        while (!commands.isEmpty()) {
            handle(commands.remove(0));
        }
        return billing.isDone();
    }

    long expectedEarnings() {
        return captured > 0 ? CallFacts.grant(captured).earnedAt(captured) : 0;
    }

    boolean isOver() {
        return stage == Stage.OVER;
    }

    private void turn() {
        int what = chance.nextInt(10);
        if (what < 4 && !commands.isEmpty()) {
            Object command = commands.remove(chance.nextInt(commands.size()));
            boolean lost = chance.nextInt(5) == 0;
            if (!lost) {
                handle(command);
            }
            if (chance.nextInt(5) == 0) {
                commands.add(command);
            }
        } else if (what < 8 && !facts.isEmpty()) {
            int which = chance.nextInt(facts.size());
            boolean again = chance.nextInt(5) == 0;
            follow(BillingStory.stepOn(billing, again ? facts.get(which) : facts.remove(which), now));
        } else if (what == 8) {
            people();
        } else if (chance.nextBoolean() && facts.isEmpty()) {
            now = billing.isDone() ? now : wakeAt();
            follow(billing.woken(now));
        }
    }

    private Instant wakeAt() {
        return billing.woken(now).wakeAt().filter(at -> at.isAfter(now)).orElse(now);
    }

    private void people() {
        switch (chance.nextInt(6)) {
            case 0, 1 -> {
                if (stage == Stage.RINGING) {
                    stage = Stage.ACCEPTED;
                    facts.add(call.accepted(now));
                }
            }
            case 2, 3 -> {
                if (stage == Stage.ACCEPTED) {
                    stage = Stage.CONNECTED;
                    facts.add(call.connected(now));
                }
            }
            case 4 -> {
                if (stage == Stage.CONNECTED) {
                    facts.add(call.low(known, now));
                }
            }
            default -> end(EndReason.HUNG_UP_BY_MEMBER);
        }
    }

    private void end(EndReason reason) {
        if (stage != Stage.OVER) {
            billable = stage == Stage.CONNECTED ? Math.min(known, 1 + chance.nextInt(400)) : 0;
            stage = Stage.OVER;
            facts.add(call.ended(reason, billable, now));
        }
    }

    private void follow(Step step) {
        billing = step.next();
        commands.addAll(step.commands());
    }

    private void handle(Object command) {
        if (command instanceof PlaceHold && !holdAnswered) {
            holdAnswered = true;
            held = funded ? 300 : 0;
            facts.add(funded ? call.placed(300, now) : call.holdDeclined(HoldDecline.INSUFFICIENT_FUNDS, now));
        } else if (command instanceof ExtendHold extend && held == extend.grantedSeconds()) {
            held += chance.nextBoolean() ? 300 : 0;
            facts.add(
                    held > extend.grantedSeconds()
                            ? call.extended(held, now)
                            : call.notExtended(extend.grantedSeconds(), now));
        } else if (command instanceof CaptureHold capture && held > 0) {
            captured = capture.talkedSeconds();
            facts.add(call.captured(held, captured, now));
            held = 0;
        } else if (command instanceof ReleaseHold && (held > 0 || !holdAnswered)) {
            holdAnswered = true;
            held = 0;
            facts.add(call.released(now));
        } else if (command instanceof EngageListener && !engagementAnswered) {
            engagementAnswered = true;
            engaged = listenerFree;
            facts.add(listenerFree ? call.engaged(now) : call.engagementDeclined(EngagementDecline.LISTENER_BUSY, now));
        } else if (command instanceof DisengageListener) {
            disengage();
        } else {
            handleCall(command);
        }
    }

    private void disengage() {
        if (engaged) {
            engaged = false;
            facts.add(call.disengaged(now));
        } else if (!engagementAnswered) {
            engagementAnswered = true;
            facts.add(call.engagementDeclined(EngagementDecline.CALL_OVER, now));
        }
    }

    private void handleCall(Object command) {
        if (command instanceof AdmitCall admit && stage == Stage.REQUESTED) {
            stage = Stage.RINGING;
            known = admit.grantedSeconds();
            facts.add(call.admitted(known, now));
        } else if (command instanceof RefuseCall refuse && stage == Stage.REQUESTED) {
            stage = Stage.OVER;
            facts.add(call.refused(refuse.reason(), now));
        } else if (command instanceof ExtendCall extend
                && stage != Stage.OVER
                && stage != Stage.REQUESTED
                && extend.grantedSeconds() > known) {
            known = extend.grantedSeconds();
            facts.add(call.callExtended(known, now));
        } else if (command instanceof EndCall end) {
            end(end.reason());
        } else if (command instanceof CreditEarnings credit && credits == 0) {
            credits++;
            credited = credit.amount().minor();
            facts.add(call.credited(credited, now));
        }
    }
}
