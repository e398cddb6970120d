package dev.earshot.query.account;

import dev.earshot.query.fold.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** A table of who has chosen whom. */
final class Links {
    private final JdbcTemplate jdbc;
    private final String table;
    private final String from;
    private final String to;

    Links(JdbcTemplate jdbc, String table, String from, String to) {
        this.jdbc = jdbc;
        this.table = table;
        this.from = from;
        this.to = to;
    }

    /** Writes what holds after these events; of several about the same two, the last one counts. Of the erased nothing holds. */
    void save(List<Link> links) {
        Map<List<String>, Link> latest = new LinkedHashMap<>();
        List<Link> erased = new ArrayList<>();
        for (Link link : links) {
            if (link.isErasure()) {
                erased.add(link);
                latest.values().removeIf(known -> known.concerns(link));
            } else {
                latest.put(List.of(link.from(), link.to()), link);
            }
        }
        Columns.of(erased).text(Link::from).text(Link::to).into(jdbc, """
                        DELETE FROM %s USING unnest(?::text[], ?::text[]) AS erased (one, same) WHERE %s = one OR %s = same
                        """.formatted(table, from, to));
        columns(latest.values(), true).number(Link::position).into(jdbc, """
                        INSERT INTO %s (%s, %s, position) SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[])
                        ON CONFLICT (%s, %s) DO UPDATE SET position = excluded.position
                        """.formatted(table, from, to, from, to));
        columns(latest.values(), false).into(jdbc, """
                        DELETE FROM %s WHERE (%s, %s) IN (SELECT * FROM unnest(?::text[], ?::text[]))
                        """.formatted(table, from, to));
    }

    /** Everyone {@code chooser} has chosen, the latest first. */
    List<String> chosenBy(String chooser) {
        return jdbc.queryForList(
                "SELECT %s FROM %s WHERE %s = ? ORDER BY position DESC".formatted(to, table, from),
                String.class,
                chooser);
    }

    /** Those among {@code candidates} whom {@code chooser} has chosen. */
    List<String> chosenBy(String chooser, Collection<String> candidates) {
        return jdbc.queryForList(
                "SELECT %s FROM %s WHERE %s = ? AND %s = ANY (?)".formatted(to, table, from, to),
                String.class,
                chooser,
                candidates.toArray(String[]::new));
    }

    void clear() {
        jdbc.execute("TRUNCATE " + table);
    }

    private static Columns<Link> columns(Collection<Link> links, boolean standing) {
        return Columns.of(
                        links.stream().filter(link -> link.stands() == standing).toList())
                .text(Link::from)
                .text(Link::to);
    }
}
