package dev.earshot.adapter.payments.sandbox;

import dev.earshot.api.id.TopUpId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The top-ups we have asked the network for and have not settled yet. */
@Component
@WhenSandbox
class OpenTopUps {
    private final JdbcClient jdbc;

    OpenTopUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TopUpId topUp, Instant askedAt) {
        jdbc.sql(
                        "INSERT INTO sandbox_open_top_up (top_up_id, asked_at) VALUES (:topUp, :askedAt) ON CONFLICT DO NOTHING")
                .param("topUp", topUp.value())
                .param("askedAt", askedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(TopUpId topUp) {
        jdbc.sql("DELETE FROM sandbox_open_top_up WHERE top_up_id = :topUp")
                .param("topUp", topUp.value())
                .update();
    }

    /** Those asked for before this moment, the oldest first. */
    List<TopUpId> askedBefore(Instant moment) {
        return jdbc
                .sql("SELECT top_up_id FROM sandbox_open_top_up WHERE asked_at < :moment ORDER BY asked_at LIMIT 500")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list()
                .stream()
                .map(TopUpId::new)
                .toList();
    }
}
