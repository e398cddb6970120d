package dev.earshot.adapter.payments.sandbox.payout;

import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The banks: a table. A payout is named by its id, so asking for it twice sends the money once. */
@Component
@WhenSandbox
class SandboxBank {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SandboxPayoutSettings settings;

    SandboxBank(JdbcClient jdbc, Clock clock, SandboxPayoutSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** A payout as the bank knows it. */
    record Sent(EarningsId earningsId, PayoutId payoutId, PayoutMethod method) {}

    /** Sends the money, or not, as the method of its account says. */
    Sent send(PayoutRequested payout) {
        Sent sent = new Sent(payout.earningsId(), payout.payoutId(), Accounts.methodOf(payout.account()));
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO sandbox_payout
                            (payout_id, earnings_id, method, amount_minor, currency, told_at, returns_at)
                        VALUES (:payout, :earnings, :method, :minor, :currency, :toldAt, :returnsAt)
                        ON CONFLICT (payout_id) DO NOTHING
                        """)
                .param("payout", sent.payoutId().value())
                .param("earnings", sent.earningsId().value())
                .param("method", sent.method().name())
                .param("minor", payout.amount().minor())
                .param("currency", payout.amount().currency().getCurrencyCode())
                .param("toldAt", toldAt(sent.method(), now).atOffset(ZoneOffset.UTC))
                .param(
                        "returnsAt",
                        sent.method().comesBack() ? now.plus(settings.lateBy()).atOffset(ZoneOffset.UTC) : null)
                .update();
        return sent;
    }

    /** What has not settled yet and can be told by now. */
    List<Sent> told() {
        return sent("NOT settled AND told_at <= :now");
    }

    /** What had arrived and has come back by now. */
    List<Sent> returned() {
        return sent("settled AND returns_at <= :now");
    }

    void settled(PayoutId payoutId) {
        update("settled = true", payoutId);
    }

    void isBack(PayoutId payoutId) {
        update("returns_at = NULL", payoutId);
    }

    private Instant toldAt(PayoutMethod method, Instant now) {
        return switch (method.answered()) {
            case AT_ONCE -> now;
            case LATE -> now.plus(settings.lateBy());
            case NEVER -> now.plus(settings.askAfter());
        };
    }

    private List<Sent> sent(String which) {
        return jdbc.sql("SELECT * FROM sandbox_payout WHERE " + which + " ORDER BY told_at LIMIT 500")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(SandboxBank::sent)
                .list();
    }

    private void update(String what, PayoutId payoutId) {
        jdbc.sql("UPDATE sandbox_payout SET " + what + " WHERE payout_id = :payout")
                .param("payout", payoutId.value())
                .update();
    }

    private static Sent sent(ResultSet row, int number) throws SQLException {
        return new Sent(
                new EarningsId(row.getString("earnings_id")),
                new PayoutId(row.getString("payout_id")),
                PayoutMethod.valueOf(row.getString("method")));
    }
}
