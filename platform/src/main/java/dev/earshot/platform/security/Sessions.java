package dev.earshot.platform.security;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Digests;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Signed-in devices. A refresh token is {@code <session id>.<256 random bits>} and good for one refresh; the database
 * holds the SHA-256 of the current one. Any other token that names a living session was rotated away, so somebody has a
 * copy, and the session ends for whoever holds it.
 */
@Component
public class Sessions {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SessionSettings settings;
    private final SecureRandom random = new SecureRandom();

    Sessions(JdbcClient jdbc, Clock clock, SessionSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** Signs a device in. A session the account already had on this device ends. */
    public Tokens open(AccountId account, String deviceId, String platform) {
        var sessionId = "ses_" + secret(16);
        var token = token(sessionId);
        jdbc.sql("""
                        INSERT INTO session
                            (session_id, account_id, device_id, platform, token_hash, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (account_id, device_id) DO UPDATE SET session_id = excluded.session_id,
                            platform = excluded.platform, token_hash = excluded.token_hash,
                            created_at = excluded.created_at, expires_at = excluded.expires_at
                        """)
                .params(sessionId, account.value(), deviceId, platform, hash(token), now(), expiry())
                .update();
        return new Tokens(sessionId, account, token);
    }

    /** Whose session the token may refresh. Asked first, so that a failure on the way does not cost the token. */
    public AccountId owner(String token) throws Refused {
        return jdbc.sql("SELECT account_id FROM session WHERE session_id = ? AND token_hash = ? AND expires_at > ?")
                .params(sessionId(token), hash(token), now())
                .query((row, index) -> new AccountId(row.getString("account_id")))
                .optional()
                .orElseThrow(() -> useless(token));
    }

    /** Trades a refresh token for the next one. Of two who show the same token only one succeeds, and then neither. */
    public Tokens refresh(String token) throws Refused {
        var sessionId = sessionId(token);
        var next = token(sessionId);
        var account = jdbc.sql("""
                        UPDATE session SET token_hash = ?, expires_at = ?
                        WHERE session_id = ? AND token_hash = ? AND expires_at > ? RETURNING account_id
                        """)
                .params(hash(next), expiry(), sessionId, hash(token), now())
                .query(String.class)
                .optional();
        return new Tokens(sessionId, new AccountId(account.orElseThrow(() -> useless(token))), next);
    }

    /** Signs a device out. Its access token works until it expires. Tells whether the session was alive. */
    public boolean end(String sessionId) {
        return jdbc.sql("DELETE FROM session WHERE session_id = ? RETURNING expires_at > ?")
                .params(sessionId, now())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Signs every device of the account out. */
    public void endAll(AccountId account) {
        jdbc.sql("DELETE FROM session WHERE account_id = ?")
                .param(account.value())
                .update();
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        jdbc.sql("DELETE FROM session WHERE expires_at < ?").param(now()).update();
    }

    private Refused useless(String token) {
        return end(sessionId(token))
                ? SessionRefusal.REFRESH_TOKEN_REUSED.of(
                        "This refresh token was used before, so this device is signed out. Sign in again.")
                : SessionRefusal.REFRESH_TOKEN_INVALID.of("This refresh token opens nothing. Sign in again.");
    }

    private static String sessionId(String token) {
        return token.substring(0, Math.max(0, token.indexOf('.')));
    }

    private String token(String sessionId) {
        return sessionId + "." + secret(32);
    }

    private String secret(int bytes) {
        var secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static byte[] hash(String token) {
        return Digests.sha256().digest(token.getBytes(StandardCharsets.UTF_8));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime expiry() {
        return now().plus(settings.refresh());
    }
}
