package dev.earshot.query.card;

import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.Stored;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import dev.earshot.query.reversal.ReversalLine;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of card payments. */
@Component
class CardPaymentRows implements Fold.Rows<CardPaymentState> {
    private static final TypeReference<List<ReversalLine>> LINES = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    CardPaymentRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<String, CardPaymentState> load(Collection<String> paymentIds) {
        Object ids = paymentIds.toArray(String[]::new);
        return jdbc
                .query(
                        "SELECT * FROM card_payment_view JOIN unnest(?::text[]) AS wanted (card_payment_id) USING (card_payment_id)",
                        this::state,
                        ids)
                .stream()
                .collect(Collectors.toMap(payment -> payment.cardPaymentId, Function.identity()));
    }

    @Override
    public void save(Collection<CardPaymentState> payments) {
        // What was abandoned before it was asked for is no payment.
        Columns.of(payments.stream().filter(payment -> payment.currency != null).toList())
                .text(payment -> payment.cardPaymentId)
                .text(payment -> payment.callId)
                .text(payment -> payment.memberId)
                .text(payment -> payment.listenerId)
                .name(payment -> payment.stage)
                .name(CardPaymentStatus::of)
                .text(payment -> payment.currency)
                .number(payment -> payment.authorized)
                .number(payment -> payment.charged)
                .number(payment -> payment.fee)
                .number(payment -> payment.refunded)
                .number(payment -> payment.disputed)
                .number(payment -> payment.reversed)
                .number(payment -> payment.owed)
                .number(payment -> payment.listenerLost)
                .text(payment -> json.writeValueAsString(payment.lines))
                .instant(payment -> payment.requestedAt)
                .number(payment -> payment.requested)
                .number(CardPaymentState::position)
                .into(jdbc, """
                        INSERT INTO card_payment_view (card_payment_id, call_id, member_id, listener_id, stage, status,
                                                       currency, authorized, charged, fee, refunded, disputed, reversed,
                                                       owed, listener_lost, lines, requested_at, requested, position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                             ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                                             ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[],
                                             ?::timestamptz[], ?::bigint[], ?::bigint[])
                        ON CONFLICT (card_payment_id) DO UPDATE SET
                            stage = excluded.stage, status = excluded.status, authorized = excluded.authorized,
                            charged = excluded.charged, fee = excluded.fee, refunded = excluded.refunded,
                            disputed = excluded.disputed, reversed = excluded.reversed, owed = excluded.owed,
                            listener_lost = excluded.listener_lost, lines = excluded.lines,
                            position = excluded.position
                        """);
    }

    Optional<CardPaymentState> find(String cardPaymentId) {
        return Optional.ofNullable(load(List.of(cardPaymentId)).get(cardPaymentId));
    }

    /** Those of this status, or all, the newest first. */
    Page<CardPaymentState> page(Optional<CardPaymentStatus> status, PageRequest page, long before) {
        String wanted = status.map(Enum::name).orElse(null);
        List<CardPaymentState> rows = jdbc.query(
                "SELECT * FROM card_payment_view WHERE status = coalesce(?, status) AND requested < ?"
                        + " ORDER BY requested DESC LIMIT ?",
                this::state,
                wanted,
                before,
                page.rows());
        return Page.of(rows, page, payment -> Long.toString(payment.requested));
    }

    void clear() {
        jdbc.execute("TRUNCATE card_payment_view");
    }

    private CardPaymentState state(ResultSet row, int number) throws SQLException {
        var stored = new Stored(row);
        var payment = new CardPaymentState(row.getString("card_payment_id"), row.getLong("position"));
        payment.callId = row.getString("call_id");
        payment.memberId = row.getString("member_id");
        payment.listenerId = row.getString("listener_id");
        payment.stage = stored.name("stage", CardStage.class);
        payment.currency = row.getString("currency");
        payment.authorized = row.getLong("authorized");
        payment.charged = row.getLong("charged");
        payment.fee = row.getLong("fee");
        payment.refunded = row.getLong("refunded");
        payment.disputed = row.getLong("disputed");
        payment.reversed = row.getLong("reversed");
        payment.owed = row.getLong("owed");
        payment.listenerLost = row.getLong("listener_lost");
        payment.lines = json.readValue(row.getString("lines"), LINES);
        payment.requestedAt = stored.instant("requested_at");
        payment.requested = row.getLong("requested");
        return payment;
    }
}
