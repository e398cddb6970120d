package dev.earshot.query.card;

import dev.earshot.api.card.CardDecline;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of cards. */
@Component
class CardRows implements Fold.Rows<CardState> {
    private final JdbcTemplate jdbc;

    CardRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, CardState> load(Collection<String> cardIds) {
        Object ids = cardIds.toArray(String[]::new);
        return jdbc
                .query(
                        "SELECT * FROM card_view JOIN unnest(?::text[]) AS wanted (card_id) USING (card_id)",
                        CardRows::state,
                        ids)
                .stream()
                .collect(Collectors.toMap(card -> card.cardId, Function.identity()));
    }

    @Override
    public void save(Collection<CardState> cards) {
        Columns.of(cards)
                .text(card -> card.cardId)
                .text(card -> card.cardholderId)
                .name(card -> card.status)
                .name(card -> card.reason)
                .instant(card -> card.offeredAt)
                .number(card -> card.chosen)
                .number(card -> card.requested)
                .number(CardState::position)
                .into(jdbc, """
                        INSERT INTO card_view (card_id, cardholder_id, status, reason, offered_at, chosen, requested,
                                               position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[],
                                             ?::bigint[], ?::bigint[])
                        ON CONFLICT (card_id) DO UPDATE SET
                            status = excluded.status, reason = excluded.reason, chosen = excluded.chosen,
                            position = excluded.position
                        """);
    }

    /** The member's cards that are neither turned away nor removed, the one saved first in front. */
    List<CardState> of(String cardholderId) {
        return jdbc.query(
                "SELECT * FROM card_view WHERE cardholder_id = ? AND status IN ('OFFERED', 'SAVED') ORDER BY requested",
                CardRows::state,
                cardholderId);
    }

    Optional<CardState> find(String cardId, String cardholderId) {
        return jdbc
                .query(
                        "SELECT * FROM card_view WHERE card_id = ? AND cardholder_id = ? AND status <> 'REMOVED'",
                        CardRows::state,
                        cardId,
                        cardholderId)
                .stream()
                .findAny();
    }

    void clear() {
        jdbc.execute("TRUNCATE card_view");
    }

    private static CardState state(ResultSet row, int number) throws SQLException {
        var stored = new Stored(row);
        var card = new CardState(row.getString("card_id"), row.getLong("position"));
        card.cardholderId = row.getString("cardholder_id");
        card.status = stored.name("status", CardState.Status.class);
        card.reason = stored.name("reason", CardDecline.class);
        card.offeredAt = stored.instant("offered_at");
        card.chosen = row.getLong("chosen");
        card.requested = row.getLong("requested");
        return card;
    }
}
