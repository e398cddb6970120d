package dev.earshot.query.ledger.posting;

import dev.earshot.api.id.Id;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.posting.Entry.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entry of one fact while it is written. Money only moves from one account to another, so it cannot but balance. */
final class Sheet {
    private final Memories memories;
    private final Map<Account, Long> amounts = new LinkedHashMap<>();

    Sheet(Memories memories) {
        this.memories = memories;
    }

    /** Debits one account and credits the other with so much; the other way round for an amount below zero. */
    void move(Account debit, Account credit, long minor) {
        if (!debit.currency().equals(credit.currency())) {
            throw new IllegalArgumentException("cannot move money from " + credit + " to " + debit);
        }
        amounts.merge(debit, minor, Math::addExact);
        amounts.merge(credit, Math.negateExact(minor), Math::addExact);
    }

    <M extends Memory> M recall(Id what, M otherwise) {
        return memories.get(what.value(), otherwise);
    }

    void remember(Id what, Memory memory) {
        memories.put(what.value(), memory);
    }

    <M extends Memory> M recall(String what, M otherwise) {
        return memories.get(what, otherwise);
    }

    void remember(String what, Memory memory) {
        memories.put(what, memory);
    }

    List<Line> lines() {
        return amounts.entrySet().stream()
                .filter(amount -> amount.getValue() != 0)
                .map(amount -> new Line(amount.getKey(), amount.getValue()))
                .toList();
    }
}
