package dev.earshot.query.listener;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.query.page.Cursor;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds listeners who have a profile. */
@Component
class ListenerReader {
    private static final int CURSOR_PARTS = 2;

    private final NamedParameterJdbcTemplate jdbc;
    private final Market market;

    ListenerReader(NamedParameterJdbcTemplate jdbc, Market market) {
        this.jdbc = jdbc;
        this.market = market;
    }

    Optional<ListenerState> listener(ListenerId listenerId) {
        return jdbc
                .query(
                        "SELECT * FROM listener_view WHERE listener_id = :listener AND published IS NOT NULL",
                        Map.of("listener", listenerId.value()),
                        ListenerRows::state)
                .stream()
                .findAny();
    }

    Page<ListenerState> search(ListenerSearch wanted, PageRequest page) throws Refused {
        var sort = ListenerSort.of(wanted.sort());
        var search = wanted.comparingIn(market.currency(), sort);
        List<String> after = page.after(CURSOR_PARTS);
        Map<String, Object> parameters = new HashMap<>(search.parameters());
        parameters.put("rows", page.rows());
        String where = search.where();
        if (!after.isEmpty()) {
            where += " AND " + sort.after();
            parameters.put("key", Cursor.number(after.get(0)));
            parameters.put("listener", after.get(1));
        }
        List<ListenerState> listeners = jdbc.query(
                "SELECT * FROM listener_view WHERE " + where + " ORDER BY " + sort.orderBy() + " LIMIT :rows",
                parameters,
                ListenerRows::state);
        return Page.of(listeners, page, listener -> Cursor.of(sort.keyOf(listener), listener.listenerId));
    }
}
