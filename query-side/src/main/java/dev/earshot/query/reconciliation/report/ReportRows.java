package dev.earshot.query.reconciliation.report;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ReportId;
import dev.earshot.api.reconciliation.Tally;
import dev.earshot.query.fold.Stored;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of reports. */
@Component
class ReportRows {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes a report, and tells its number; empty when it is there already.
     *
     * @param from any moment as long as it is not known
     */
    Optional<Long> begin(ReportId id, Source source, ReportState state, Instant from, Instant until, Instant now) {
        return jdbc.sql("""
                        INSERT INTO report
                            (report_id, provider, format, digest, brought_by, from_at, until_at, lines, state, received_at)
                        VALUES (:id, :provider, :format, :digest, :by, :from, :until, 0, :state, :now)
                        ON CONFLICT (report_id) DO NOTHING
                        RETURNING upload
                        """)
                .param("id", id.value())
                .param("provider", source.provider())
                .param("format", source.format())
                .param("digest", source.digest())
                .param("by", source.by().value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("state", state.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /**
     * Where a report comes from.
     *
     * @param digest SHA-256 of what was sent, in hexadecimal; empty of what the provider was asked for
     */
    record Source(String provider, String format, String digest, AccountId by) {}

    /** Whether its lines are still to come. Until the transaction ends nobody else is told so. */
    boolean isAwaited(long upload) {
        return jdbc.sql("SELECT upload FROM report WHERE upload = :upload AND state = 'PULLING' FOR UPDATE")
                .param("upload", upload)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** All of it is here. */
    void received(long upload, long lines, Instant from, Instant until) {
        jdbc.sql("""
                        UPDATE report SET lines = :lines, from_at = :from, until_at = :until, state = 'RECEIVED'
                        WHERE upload = :upload
                        """)
                .param("lines", lines)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("upload", upload)
                .update();
    }

    void isAt(long upload, long done) {
        jdbc.sql("UPDATE report SET done = :done, trouble = '' WHERE upload = :upload")
                .param("done", done)
                .param("upload", upload)
                .update();
    }

    void isInTrouble(ReportId id, String why) {
        jdbc.sql("UPDATE report SET trouble = :why WHERE report_id = :id")
                .param("why", why)
                .param("id", id.value())
                .update();
    }

    /** It will never be here, unless somebody asks once more. */
    void hasFailed(ReportId id, String why) {
        jdbc.sql("UPDATE report SET state = 'FAILED', trouble = :why WHERE report_id = :id AND state = 'PULLING'")
                .param("why", why)
                .param("id", id.value())
                .update();
    }

    /** What could not be pulled is to be pulled once more; nothing changes for any other. */
    void pullAgain(ReportId id) {
        jdbc.sql("UPDATE report SET state = 'PULLING', trouble = '' WHERE report_id = :id AND state = 'FAILED'")
                .param("id", id.value())
                .update();
    }

    void concluded(long upload, ReportState state, Tally tally, Instant now) {
        jdbc.sql("""
                        UPDATE report SET state = :state, tally = :tally, compared_at = :now, trouble = ''
                        WHERE upload = :upload
                        """)
                .param("state", state.name())
                .param("tally", JSON.writeValueAsString(tally))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("upload", upload)
                .update();
    }

    Optional<Report> find(ReportId id) {
        return jdbc.sql("SELECT * FROM report WHERE report_id = :id")
                .param("id", id.value())
                .query(ReportRows::report)
                .optional();
    }

    Page<Report> page(PageRequest page, long before) {
        List<Report> rows = jdbc.sql("SELECT * FROM report WHERE upload < :before ORDER BY upload DESC LIMIT :rows")
                .param("before", before)
                .param("rows", page.rows())
                .query(ReportRows::report)
                .list();
        return Page.of(rows, page, report -> Long.toString(report.upload()));
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        var stored = new Stored(row);
        String tally = row.getString("tally");
        return new Report(
                new ReportId(row.getString("report_id")),
                row.getLong("upload"),
                row.getString("provider"),
                row.getString("format"),
                row.getString("digest"),
                new AccountId(row.getString("brought_by")),
                stored.instant("from_at"),
                stored.instant("until_at"),
                row.getLong("lines"),
                stored.name("state", ReportState.class),
                stored.instant("received_at"),
                stored.instant("compared_at"),
                row.getLong("done"),
                row.getString("trouble"),
                tally == null ? null : JSON.readValue(tally, Tally.class));
    }
}
