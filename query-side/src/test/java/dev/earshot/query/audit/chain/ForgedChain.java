package dev.earshot.query.audit.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody does who may write to every table and has no key: links the log anew, as it is now. */
public final class ForgedChain {
    private final JdbcClient database;
    private final Leaves leaves;

    public ForgedChain(DataSource source) throws SQLException {
        this.database = JdbcClient.create(source);
        Leaves.Growing growing = new Leaves.Growing();
        try (Connection connection = source.getConnection()) {
            RawLog.after(connection, 0, Integer.MAX_VALUE, growing);
        }
        this.leaves = growing.grown();
    }

    /** In blocks of the same sizes as they were. */
    public void replace() {
        BlockRows rows = new BlockRows(database);
        List<Block> before = rows.after(0, Integer.MAX_VALUE);
        database.sql("DELETE FROM audit_block").update();
        Block.Tail tail = Block.Tail.NONE;
        int from = 0;
        for (Block old : before) {
            int to = Math.min(leaves.size(), from + old.leaves().size());
            if (from == to) {
                return;
            }
            Block block = tail.next(leaves.range(from, to), new Hashes(), old.linkedAt());
            rows.add(block);
            tail = block.tail();
            from = to;
        }
    }

    /** The head and the root that a checkpoint over these events would have: so many, and so many before. */
    public Map<String, byte[]> headAndRoot(long count, long events) {
        Hashes hashes = new Hashes();
        byte[] head = Hashes.genesis();
        MerkleTree tree = new MerkleTree(hashes);
        for (int i = 0; i < Math.min(count, leaves.size()); i++) {
            head = hashes.link(head, leaves.hash(i));
            if (i >= count - events) {
                tree.add(leaves.hash(i));
            }
        }
        Map<String, byte[]> forged = new HashMap<>();
        forged.put("head", head);
        forged.put("root", tree.root());
        return forged;
    }
}
