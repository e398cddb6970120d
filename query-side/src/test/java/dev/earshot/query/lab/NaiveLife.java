package dev.earshot.query.lab;

import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Media;
import dev.earshot.api.call.Parties;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.WalletCommand;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.ReleaseHold;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.wallet.WalletBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A member's life lived second by second, as naively as it can be told: every second each running call is looked at. What it
 * wants it wants whatever the terms.
 */
final class NaiveLife {
    private static final long WANTED = 300;
    private static final long LOW = 75;

    /** What became of a call. */
    static final class Lived {
        final Wish.Call wish;
        final Terms terms;
        boolean placed;
        boolean over;
        boolean ranOut;
        long granted;
        long askedFor;
        long talked;
        Instant endedAt;
        List<Charge> charges = List.of();

        Lived(Wish.Call wish, Terms terms) {
            this.wish = wish;
            this.terms = terms;
        }
    }

    /** What terms a call has, how long it must be funded, and how long it may talk at most. */
    interface World {
        Terms terms(Wish.Call call);

        long least(Wish.Call call);

        long longest(Wish.Call call);

        /** Whether it ever came to talk; else its hold is given back at once. */
        boolean talks(Wish.Call call);
    }

    private final AccountId member;
    private final WalletId wallet;
    private final World world;
    private final WalletBook book = new WalletBook();
    private final List<Object> log = new ArrayList<>();
    private final Map<CallId, Lived> calls = new LinkedHashMap<>();

    NaiveLife(AccountId member, World world) {
        this.member = member;
        this.wallet = WalletId.of(member);
        this.world = world;
    }

    /** Lives through all that is wished, which is in order. */
    NaiveLife live(List<Wish> wishes) {
        Instant second = wishes.get(0).at();
        int next = 0;
        while (next < wishes.size() || !isQuiet()) {
            Instant end = second.plusSeconds(1);
            List<Runnable> steps = new ArrayList<>();
            List<Instant> times = new ArrayList<>();
            while (next < wishes.size() && wishes.get(next).at().isBefore(end)) {
                Wish wish = wishes.get(next++);
                times.add(wish.at());
                steps.add(() -> begin(wish));
            }
            for (Lived call : calls.values()) {
                Instant look = momentIn(call, second);
                times.add(look);
                steps.add(() -> look(call, look));
            }
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                order.add(i);
            }
            order.sort(Comparator.comparing(times::get));
            order.forEach(step -> steps.get(step).run());
            second = next < wishes.size() && isQuiet()
                    ? wholeSecond(wishes.get(next).at())
                    : end;
        }
        return this;
    }

    private boolean isQuiet() {
        return calls.values().stream().allMatch(call -> call.over);
    }

    private static Instant wholeSecond(Instant moment) {
        return Instant.ofEpochSecond(moment.getEpochSecond());
    }

    List<Object> log() {
        return log;
    }

    Map<CallId, Lived> calls() {
        return calls;
    }

    /** The moment within this second that is whole seconds after the call was connected. */
    private static Instant momentIn(Lived call, Instant second) {
        Instant moment = second.plusNanos(call.wish.connected().getNano());
        return moment.isBefore(second) ? moment.plusSeconds(1) : moment;
    }

    private void begin(Wish wish) {
        if (wish instanceof Wish.Told told) {
            decide(told.command());
        } else if (wish instanceof Wish.Call call) {
            request(call);
        }
    }

    private void request(Wish.Call wish) {
        Lived call = new Lived(wish, world.terms(wish));
        calls.put(wish.callId(), call);
        Parties parties = new Parties(member, wish.listener());
        log.add(new CallRequested(wish.callId(), parties, Media.VOICE, PayWith.WALLET, call.terms, wish.at()));
        decide(new PlaceHold(wallet, wish.callId(), call.terms, WANTED, world.least(wish), wish.at()));
        if (!call.placed) {
            call.over = true;
            log.add(new CallRefused(wish.callId(), parties, RefuseReason.INSUFFICIENT_FUNDS, wish.at()));
        } else if (!world.talks(wish)) {
            call.over = true;
            decide(new ReleaseHold(wallet, wish.callId(), wish.at()));
        } else {
            log.add(new CallConnected(wish.callId(), parties, wish.connected()));
        }
    }

    private void look(Lived call, Instant at) {
        long second = at.getEpochSecond() - call.wish.connected().getEpochSecond();
        if (call.over || second < 0) {
            return;
        }
        if (second == Math.min(call.wish.talk(), world.longest(call.wish))) {
            end(call, second, EndReason.HUNG_UP_BY_MEMBER, at);
            return;
        }
        if (call.granted - second <= LOW && call.askedFor < call.granted) {
            call.askedFor = call.granted;
            decide(new ExtendHold(wallet, call.wish.callId(), call.granted, WANTED, at));
        }
        if (second == call.granted) {
            call.ranOut = true;
            end(call, second, EndReason.FUNDS_EXHAUSTED, at);
        }
    }

    private void end(Lived call, long second, EndReason reason, Instant at) {
        call.over = true;
        call.talked = second;
        call.endedAt = at;
        Parties parties = new Parties(member, call.wish.listener());
        log.add(new CallEnded(call.wish.callId(), parties, reason, second, at));
        decide(new CaptureHold(wallet, call.wish.callId(), second, at));
    }

    private void decide(WalletCommand command) {
        try {
            book.handle(command, this::hear);
        } catch (Refused no) {
            throw new AssertionError(command + " was refused", no);
        }
    }

    private void hear(WalletEvent event) {
        book.on(event);
        log.add(event);
        if (event instanceof HoldPlaced placed) {
            calls.get(placed.callId()).placed = true;
            calls.get(placed.callId()).granted = placed.grant().seconds();
        } else if (event instanceof HoldExtended extended) {
            calls.get(extended.callId()).granted = extended.grant().seconds();
        } else if (event instanceof HoldCaptured captured) {
            calls.get(captured.callId()).charges = captured.charges();
        }
    }
}
