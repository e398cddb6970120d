package dev.earshot.query.ledger.book;

import dev.earshot.query.ledger.entry.Entry;
import java.util.ArrayList;
import java.util.List;

/** The blocks that a batch fills. Where one ends depends on the entries alone, and not on how they came in batches. */
final class Blocks {
    private final List<Block> changed = new ArrayList<>();
    private Block open;

    Blocks(Block last) {
        open = last;
    }

    /** Tells whether the entry is late: whether a block before its own has reached a later time. */
    boolean add(long position, Entry entry) {
        if (open.isFull()) {
            open = open.next();
        }
        open.add(position, entry);
        if (changed.isEmpty() || changed.get(changed.size() - 1) != open) {
            changed.add(open);
        }
        return open.isLate(entry);
    }

    List<Block> changed() {
        return changed;
    }
}
