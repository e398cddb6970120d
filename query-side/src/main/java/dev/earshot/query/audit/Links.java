package dev.earshot.query.audit;

import dev.earshot.query.audit.chain.Block;
import dev.earshot.query.audit.chain.BlockRows;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The link of each event in the chain: with it, an event is named beyond doubt. */
@Component
public class Links {
    private final BlockRows blocks;

    Links(JdbcClient database) {
        this.blocks = new BlockRows(database);
    }

    /**
     * The links, in hexadecimal, of the events at these positions. One is absent while the chain has not come to it, for less than a second as a rule,
     * and where no event is.
     */
    public Map<Long, String> at(Collection<Long> positions) {
        Map<Long, String> found = new TreeMap<>();
        TreeSet<Long> wanted = new TreeSet<>(positions);
        while (!wanted.isEmpty()) {
            Optional<Block> block = blocks.around(wanted.first());
            long end = block.map(around -> around.leaves().last()).orElseGet(wanted::first);
            block.ifPresent(around -> add(around, wanted.headSet(end, true), found));
            wanted.headSet(end, true).clear();
        }
        return found;
    }

    private void add(Block block, Collection<Long> positions, Map<Long, String> found) {
        List<byte[]> links = blocks.linksOf(block);
        for (long position : positions) {
            int index = block.leaves().indexOf(position);
            if (index >= 0) {
                found.put(position, HexFormat.of().formatHex(links.get(index)));
            }
        }
    }
}
