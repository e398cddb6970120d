package dev.earshot.query.explain;

import dev.earshot.api.call.PayWith;
import dev.earshot.api.id.PriceListId;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.pricing.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of price lists in force. Lists change seldom, so each fact is written at once. */
@Component
class PriceRows {
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    PriceRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(Line line) {
        var list = (Detail.Prices) line.detail();
        jdbc.update(
                "INSERT INTO explain_price (position, event_id, price_list_id, prices, from_at, at)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                line.position(),
                line.eventId(),
                list.priceListId().value(),
                json.writeValueAsString(list.prices()),
                Timestamp.from(list.from()),
                Timestamp.from(line.at()));
    }

    void withdraw(PriceListId list, Instant from) {
        jdbc.update(
                "DELETE FROM explain_price WHERE price_list_id = ? AND from_at = ?",
                list.value(),
                Timestamp.from(from));
    }

    /**
     * The list that made the terms a call began with: the one in force then. Empty if it makes other terms, as it may where a
     * node had not heard of it yet.
     */
    Optional<Line> behind(Line request) {
        var consent = (Detail.Consent) request.detail();
        return jdbc
                .query(
                        "SELECT * FROM explain_price WHERE from_at <= ? ORDER BY from_at DESC, position DESC LIMIT 1",
                        (row, number) -> line(row, request.callId()),
                        Timestamp.from(request.at()))
                .stream()
                .filter(line -> makes(((Detail.Prices) line.detail()).prices(), consent))
                .findFirst();
    }

    private static boolean makes(PriceList prices, Detail.Consent consent) {
        Terms terms = consent.terms();
        Terms made = consent.payWith() == PayWith.CARD
                ? prices.byCard(terms.ratePerMinute())
                : prices.termsFor(PlanHeld.of(terms), terms.ratePerMinute());
        return made.equals(terms);
    }

    private Line line(ResultSet row, String callId) throws SQLException {
        var detail = new Detail.Prices(
                new PriceListId(row.getString("price_list_id")),
                json.readValue(row.getString("prices"), PriceList.class),
                row.getTimestamp("from_at").toInstant());
        return new Line(
                callId,
                row.getLong("position"),
                row.getString("event_id"),
                Step.PRICED,
                row.getTimestamp("at").toInstant(),
                detail);
    }

    void clear() {
        jdbc.execute("TRUNCATE explain_price");
    }
}
