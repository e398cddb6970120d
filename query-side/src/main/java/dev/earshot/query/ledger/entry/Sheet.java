package dev.earshot.query.ledger.entry;

import dev.earshot.api.id.Id;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.entry.Entry.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entry of one fact while it is written. Money only moves from one account to another, so it cannot but balance. */
public final class Sheet {
    private final Memories memories;
    private final Map<Account, Long> amounts = new LinkedHashMap<>();

    Sheet(Memories memories) {
        this.memories = memories;
    }

    /** Debits one account and credits the other with so much; the other way round for an amount below zero. */
    public void move(Account debit, Account credit, long minor) {
        if (!debit.currency().equals(credit.currency())) {
            throw new IllegalArgumentException("cannot move money from " + credit + " to " + debit);
        }
        amounts.merge(debit, minor, Math::addExact);
        amounts.merge(credit, Math.negateExact(minor), Math::addExact);
    }

    /** What is remembered of this; {@code otherwise} if nothing is. */
    public <M extends Memory> M recall(Id what, M otherwise) {
        return memories.get(what.value(), otherwise);
    }

    /** Remembers it for later facts. */
    public void remember(Id what, Memory memory) {
        memories.put(what.value(), memory);
    }

    /** What is remembered under this name; {@code otherwise} if nothing is. */
    public <M extends Memory> M recall(String what, M otherwise) {
        return memories.get(what, otherwise);
    }

    /** Remembers it for later facts. */
    public void remember(String what, Memory memory) {
        memories.put(what, memory);
    }

    /** What it has come to; accounts that nothing was moved to or from in sum are left out. */
    public List<Line> lines() {
        return amounts.entrySet().stream()
                .filter(amount -> amount.getValue() != 0)
                .map(amount -> new Line(amount.getKey(), amount.getValue()))
                .toList();
    }
}
