package dev.earshot.query.audit.verify.reading;

import dev.earshot.query.audit.chain.Block;
import dev.earshot.query.audit.chain.BlockRows;
import dev.earshot.query.audit.chain.Leaves;
import dev.earshot.query.audit.verify.finding.Finding;
import dev.earshot.query.audit.verify.finding.Findings;
import dev.earshot.query.audit.verify.finding.Flaw;
import java.util.ArrayDeque;
import java.util.Deque;

/** Goes through the stored chain, up to where it ended when the verification began, and tells where it has a hole. */
public final class ChainCursor {
    private static final int PAGE = 32;

    private final BlockRows rows;
    private final long end;
    private final Findings findings;
    private final Deque<Block> page = new ArrayDeque<>();
    /** The last block that was read, whether usable or not. */
    private long read;
    /** The last block that was used. */
    private Block.Tail before = Block.Tail.NONE;

    private Block block;
    private int index;
    private boolean afterHole;

    public ChainCursor(BlockRows rows, long end, Findings findings) {
        this.rows = rows;
        this.end = end;
        this.findings = findings;
        load();
    }

    public boolean isAtEnd() {
        return block == null;
    }

    /** Where it is; beyond every position at the end. */
    public long position() {
        return isAtEnd() ? Long.MAX_VALUE : block.leaves().position(index);
    }

    public Leaves leaves() {
        return block.leaves();
    }

    public int index() {
        return index;
    }

    public Block block() {
        return block;
    }

    public boolean isLastOfBlock() {
        return index == block.leaves().size() - 1;
    }

    /** Whether this chain should know of every event between its last place and this one. */
    public boolean isWhole() {
        return !isAtEnd() && !(index == 0 && afterHole);
    }

    /** The end of the last block it has left behind. */
    public long lastPosition() {
        return before.position();
    }

    public long lastCount() {
        return before.count();
    }

    public void advance() {
        index++;
        if (index == block.leaves().size()) {
            before =
                    new Block.Tail(block.number(), block.count(), block.leaves().last(), block.head());
            load();
        }
    }

    private void load() {
        block = null;
        index = 0;
        afterHole = false;
        while (block == null && fill()) {
            Block next = page.remove();
            read = next.number();
            if (next.leaves().isEmpty() || next.leaves().position(0) <= before.position()) {
                findings.add(Finding.at(
                        before.position() + 1,
                        Flaw.CHAIN_EDITED,
                        "Block %d of the stored chain is not one that was ever written.",
                        next.number()));
                continue;
            }
            block = next;
        }
        if (block != null && (block.number() != before.number() + 1 || block.before() != before.count())) {
            afterHole = true;
            findings.add(Finding.between(
                    before.position() + 1,
                    block.leaves().position(0) - 1,
                    Flaw.CHAIN_REMOVED,
                    "The stored chain has a hole between its blocks %d and %d.",
                    before.number(),
                    block.number()));
        }
    }

    private boolean fill() {
        if (page.isEmpty()) {
            rows.after(read, PAGE).stream()
                    .filter(found -> found.number() <= end)
                    .forEach(page::add);
        }
        return !page.isEmpty();
    }
}
