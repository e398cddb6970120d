package dev.earshot.query.reconciliation;

import dev.earshot.api.reconciliation.Finding;
import dev.earshot.query.fold.Stored;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What both books have to say about the thing that a break is about, in the order in which it happened. */
@Component
class BreakEvidence {
    private final JdbcClient jdbc;

    BreakEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One thing that one of them says. */
    record Evidence(String side, String name, long amount, String unit, Instant at) {}

    /** The oldest 200. */
    List<Evidence> of(Finding finding) {
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT DISTINCT ON (line_id) 'THEM' AS side, line_id AS name, amount, currency AS unit, at
                            FROM report_line l JOIN report r USING (upload)
                            WHERE l.provider = :provider AND movement = :movement AND reference = :reference
                              AND r.state <> 'SET_ASIDE'
                            ORDER BY line_id, upload DESC) AS told
                        UNION ALL
                        SELECT 'US', entry, amount, currency, at FROM provider_movement
                        WHERE movement = :movement AND reference = :reference AND amount <> 0
                        UNION ALL
                        SELECT 'US', 'billed', billed, 'SECONDS', ended_at FROM call_talk
                        WHERE :movement = 'TALK' AND call_id = :reference AND billed IS NOT NULL
                        UNION ALL
                        SELECT 'THEM', measured_by, measured / 1000, 'SECONDS', ended_at FROM call_talk
                        WHERE :movement = 'TALK' AND call_id = :reference AND measured IS NOT NULL
                        ORDER BY at, side, name LIMIT 200
                        """)
                .param("provider", finding.provider())
                .param("movement", finding.movement().name())
                .param("reference", finding.reference())
                .query((row, number) -> new Evidence(
                        row.getString("side"),
                        row.getString("name"),
                        row.getLong("amount"),
                        row.getString("unit"),
                        new Stored(row).instant("at")))
                .list();
    }
}
