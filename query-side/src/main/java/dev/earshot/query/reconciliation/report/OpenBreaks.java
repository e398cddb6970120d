package dev.earshot.query.reconciliation.report;

import dev.earshot.api.id.BreakId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is open before a comparison, and what no comparison looks at. */
@Component
class OpenBreaks {
    private final JdbcClient jdbc;

    OpenBreaks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open breaks with the books of this provider. */
    Set<BreakId> of(String provider) {
        return jdbc.sql("""
                        SELECT break_id FROM break_view
                        WHERE provider = :provider AND state = 'OPEN' AND movement <> 'TALK'
                        """).param("provider", provider).query(String.class).stream()
                .map(BreakId::new)
                .collect(Collectors.toSet());
    }

    /** With whose books breaks are open. */
    List<String> providers() {
        return jdbc.sql("SELECT DISTINCT provider FROM break_view WHERE state = 'OPEN' AND movement <> 'TALK'")
                .query(String.class)
                .list();
    }

    /** How many lines of a report are about what our log does not tell of. */
    long beside(long upload) {
        return jdbc.sql("SELECT count(*) FROM report_line WHERE upload = :upload AND movement = ''")
                .param("upload", upload)
                .query(Long.class)
                .single();
    }
}
