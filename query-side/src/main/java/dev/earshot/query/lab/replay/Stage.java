package dev.earshot.query.lab.replay;

import dev.earshot.api.id.CallId;
import dev.earshot.wallet.WalletBook;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/** How far one wallet is played: what is in it, what became of its calls, and what is to happen to them next. */
final class Stage {
    final WalletBook book;
    final Inputs inputs;
    final Prepaid prepaid;
    final PriorityQueue<Due> due;
    Instant now;
    private final Map<CallId, Part> parts = new HashMap<>();

    private Stage(WalletBook book, Inputs inputs, Prepaid prepaid, PriorityQueue<Due> due, Instant now) {
        this.book = book;
        this.inputs = inputs;
        this.prepaid = prepaid;
        this.due = due;
        this.now = now;
    }

    /** Nothing has happened. */
    static Stage empty() {
        return new Stage(new WalletBook(), new Inputs(), new Prepaid(), new PriorityQueue<>(), Instant.MIN);
    }

    /** The same, which is played apart from this one from now on. */
    Stage copy() {
        Stage copy = new Stage(book.copy(), inputs.copy(), prepaid.copy(), new PriorityQueue<>(due), now);
        parts.forEach((call, part) -> copy.parts.put(call, part.copy()));
        return copy;
    }

    Part part(CallId call) {
        return parts.computeIfAbsent(call, absent -> new Part());
    }

    /** Time goes on; it never goes back, though facts of several nodes may be a little out of their order. */
    void reach(Instant moment) {
        now = moment.isAfter(now) ? moment : now;
    }
}
