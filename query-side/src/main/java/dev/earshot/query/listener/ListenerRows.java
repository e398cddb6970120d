package dev.earshot.query.listener;

import dev.earshot.api.money.Money;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of listeners, as the fold reads and writes it. */
@Component
class ListenerRows implements Fold.Rows<ListenerState> {
    /** Parts the members of a set within one text on its way to the database; occurs in no language or skill. */
    private static final String UNIT_SEPARATOR = "\u001f";

    private final JdbcTemplate jdbc;

    ListenerRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, ListenerState> load(Collection<String> listenerIds) {
        Object ids = listenerIds.toArray(String[]::new);
        return jdbc
                .query(
                        "SELECT * FROM listener_view JOIN unnest(?::text[]) AS wanted (listener_id) USING (listener_id)",
                        ListenerRows::state,
                        ids)
                .stream()
                .collect(Collectors.toMap(listener -> listener.listenerId, Function.identity()));
    }

    @Override
    public void save(Collection<ListenerState> listeners) {
        Columns.of(listeners)
                .text(listener -> listener.listenerId)
                .text(listener -> joined(listener.languages))
                .text(listener -> joined(listener.skills))
                .numberOrNull(listener -> listener.published == null ? null : listener.ratePerMinute.minor())
                .text(listener -> listener.published == null
                        ? null
                        : listener.ratePerMinute.currency().getCurrencyCode())
                .text(listener -> Boolean.toString(listener.live))
                .text(listener -> listener.callId)
                .number(listener -> listener.callsTaken)
                .number(listener -> listener.ratingCount)
                .number(listener -> listener.ratingSum)
                .number(ListenerState::ratingHundredths)
                .numberOrNull(listener -> listener.published)
                .text(listener -> Boolean.toString(listener.vouchedFor))
                .text(listener -> Boolean.toString(listener.frozen))
                .number(ListenerState::position)
                .into(jdbc, """
                        INSERT INTO listener_view (listener_id, languages, skills, rate, currency, live, call_id,
                            calls_taken, rating_count, rating_sum, rating_hundredths, published, vouched_for, frozen,
                            position)
                        SELECT listener_id, string_to_array(languages, chr(31)), string_to_array(skills, chr(31)), rate,
                            currency, live, call_id, calls_taken, rating_count, rating_sum, rating_hundredths, published,
                            vouched_for, frozen, position
                        FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::boolean[], ?::text[],
                            ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::boolean[], ?::boolean[],
                            ?::bigint[])
                            AS folded (listener_id, languages, skills, rate, currency, live, call_id,
                                calls_taken, rating_count, rating_sum, rating_hundredths, published, vouched_for, frozen, position)
                        ON CONFLICT (listener_id) DO UPDATE SET
                            languages = excluded.languages, skills = excluded.skills, rate = excluded.rate,
                            currency = excluded.currency, live = excluded.live, call_id = excluded.call_id,
                            calls_taken = excluded.calls_taken, rating_count = excluded.rating_count,
                            rating_sum = excluded.rating_sum, rating_hundredths = excluded.rating_hundredths,
                            published = excluded.published, vouched_for = excluded.vouched_for,
                            frozen = excluded.frozen, position = excluded.position
                        """);
    }

    void clear() {
        jdbc.execute("TRUNCATE listener_view");
    }

    static ListenerState state(ResultSet row, int number) throws SQLException {
        var stored = new Stored(row);
        var listener = new ListenerState(row.getString("listener_id"), row.getLong("position"));
        listener.published = stored.number("published");
        if (listener.published != null) {
            listener.languages = stored.texts("languages");
            listener.skills = stored.texts("skills");
            listener.ratePerMinute = Money.of(row.getLong("rate"), row.getString("currency"));
        }
        listener.live = row.getBoolean("live");
        listener.vouchedFor = row.getBoolean("vouched_for");
        listener.frozen = row.getBoolean("frozen");
        listener.callId = row.getString("call_id");
        listener.callsTaken = row.getLong("calls_taken");
        listener.ratingCount = row.getLong("rating_count");
        listener.ratingSum = row.getLong("rating_sum");
        return listener;
    }

    private static String joined(List<String> members) {
        return members == null ? null : String.join(UNIT_SEPARATOR, members);
    }
}
