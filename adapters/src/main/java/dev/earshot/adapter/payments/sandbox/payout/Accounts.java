package dev.earshot.adapter.payments.sandbox.payout;

import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import dev.earshot.api.id.EarningsId;
import dev.earshot.platform.payments.PayeeOnboarding;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts that listeners have at the banks. Their names tell the method, so that nothing needs to be kept of them. */
@Component
@WhenSandbox
class Accounts implements PayeeOnboarding {
    private static final String PREFIX = "sbx_";
    private static final String ONBOARDING = "https://sandbox.invalid/onboarding/";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SandboxPayoutSettings settings;

    Accounts(JdbcClient jdbc, Clock clock, SandboxPayoutSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** An account whose verification is yet to be told. */
    record Unverified(EarningsId earningsId, String account) {}

    @Override
    public boolean mayPay(String method) {
        return PayoutMethod.of(method).isPresent();
    }

    @Override
    public Onboarding begin(EarningsId earningsId, String method) {
        String account = PREFIX + method + "-" + earningsId.suffix();
        return new Onboarding(account, URI.create(ONBOARDING + account));
    }

    static PayoutMethod methodOf(String account) {
        return PayoutMethod.of(account.substring(PREFIX.length(), account.indexOf('-')))
                .orElseThrow();
    }

    /** Verifies an account when its method says so. */
    void verifyLater(EarningsId earningsId, String account) {
        Instant verifiedAt = clock.instant().plus(settings.lateBy());
        jdbc.sql("""
                        INSERT INTO sandbox_unverified (account, earnings_id, verified_at)
                        VALUES (:account, :earnings, :verifiedAt) ON CONFLICT DO NOTHING
                        """)
                .param("account", account)
                .param("earnings", earningsId.value())
                .param("verifiedAt", verifiedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void isVerified(String account) {
        jdbc.sql("DELETE FROM sandbox_unverified WHERE account = :account")
                .param("account", account)
                .update();
    }

    /** Those whose verification can be told by now. */
    List<Unverified> verified() {
        return jdbc.sql("SELECT * FROM sandbox_unverified WHERE verified_at <= :now LIMIT 500")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Accounts::unverified)
                .list();
    }

    private static Unverified unverified(ResultSet row, int number) throws SQLException {
        return new Unverified(new EarningsId(row.getString("earnings_id")), row.getString("account"));
    }
}
