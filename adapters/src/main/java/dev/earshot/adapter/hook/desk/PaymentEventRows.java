package dev.earshot.adapter.hook.desk;

import dev.earshot.adapter.hook.HookStatus;
import dev.earshot.adapter.hook.desk.PaymentEventController.Item;
import dev.earshot.adapter.hook.desk.PaymentEventController.Whole;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of hooks, as people ask for it. */
@Component
class PaymentEventRows {
    private final JdbcClient jdbc;

    PaymentEventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest below this id; of any provider or status where none is named. */
    List<Item> newest(String provider, Optional<HookStatus> status, boolean changedOnly, long below, int most) {
        return jdbc.sql("""
                        SELECT * FROM hook_event
                        WHERE id < :below AND (:provider = '' OR provider = :provider)
                          AND (:status = '' OR status = :status) AND (NOT :changed OR changed_body IS NOT NULL)
                        ORDER BY id DESC LIMIT :most
                        """)
                .param("below", below)
                .param("provider", provider)
                .param("status", status.map(HookStatus::name).orElse(""))
                .param("changed", changedOnly)
                .param("most", most)
                .query(PaymentEventRows::item)
                .list();
    }

    Optional<Whole> find(long id) {
        return jdbc.sql("SELECT * FROM hook_event WHERE id = :id")
                .param("id", id)
                .query((row, number) ->
                        new Whole(item(row, number), text(row.getBytes("body")), text(row.getBytes("changed_body"))))
                .optional();
    }

    /** Lets it be tried anew from the first attempt, unless it has been processed or its body is removed. */
    boolean redrive(long id, Instant now) {
        return jdbc.sql("""
                                UPDATE hook_event SET status = 'RECEIVED', attempts = 0, unrouted = 0, next_try_at = :now
                                WHERE id = :id AND status <> 'PROCESSED' AND body IS NOT NULL
                                """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        HookStatus status = HookStatus.valueOf(row.getString("status"));
        Instant nextTryAt = row.getObject("next_try_at", OffsetDateTime.class).toInstant();
        boolean open = status == HookStatus.RECEIVED || status == HookStatus.UNROUTED;
        return new Item(
                row.getLong("id"),
                row.getString("provider"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("kind"),
                row.getString("payment"),
                status,
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getInt("deliveries"),
                row.getBytes("changed_body") != null,
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                open && nextTryAt.isAfter(Instant.EPOCH) ? nextTryAt : null);
    }

    private static String text(byte[] body) {
        return body == null ? null : new String(body, StandardCharsets.UTF_8);
    }
}
