package dev.earshot.query.reconciliation;

import dev.earshot.api.reconciliation.BreakKind;
import dev.earshot.query.fold.Stored;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many breaks are open, and how long. */
@Component
class BreakAges {
    private final JdbcClient jdbc;

    BreakAges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * So many of a kind.
     *
     * @param days 0 for less than a day, 1 for a day or more, then 3, 7 and 30
     */
    record Age(String provider, BreakKind kind, int days, long number, Instant oldest) {}

    List<Age> at(Instant now) {
        return jdbc.sql("""
                        SELECT provider, kind, days, count(*) AS number, min(open_since) AS oldest
                        FROM (SELECT *, CASE WHEN age >= interval '30 days' THEN 30 WHEN age >= interval '7 days' THEN 7
                                             WHEN age >= interval '3 days' THEN 3 WHEN age >= interval '1 day' THEN 1
                                             ELSE 0 END AS days
                              FROM (SELECT *, CAST(:now AS timestamptz) - open_since AS age
                                    FROM break_view WHERE state = 'OPEN') AS open) AS aged
                        GROUP BY provider, kind, days ORDER BY provider, kind, days
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Age(
                        row.getString("provider"),
                        BreakKind.valueOf(row.getString("kind")),
                        row.getInt("days"),
                        row.getLong("number"),
                        new Stored(row).instant("oldest")))
                .list();
    }
}
