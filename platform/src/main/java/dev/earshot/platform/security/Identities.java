package dev.earshot.platform.security;

import dev.earshot.api.id.AccountId;
import dev.earshot.platform.secrets.Secrets;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which account a person is. What the provider calls them is never stored, only its HMAC-SHA256 under the secret
 * {@code pepper}: without the secret nobody can test whether somebody is a customer.
 */
@Component
public class Identities {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecretKeySpec pepper;
    private final SecureRandom random = new SecureRandom();

    Identities(JdbcClient jdbc, Clock clock, Secrets secrets) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.pepper = new SecretKeySpec(secrets.get("pepper"), "HmacSHA256");
    }

    /**
     * The account of this person, a new one the first time they come. Two first times at once get the same account.
     *
     * @param provider who vouches for them
     * @param subject what that provider calls them; case and surrounding space do not count
     */
    public AccountId accountOf(String provider, String subject) {
        byte[] hash = hash(subject);
        return known(provider, hash).orElseGet(() -> {
            remember(provider, hash, fresh());
            return known(provider, hash).orElseThrow();
        });
    }

    /** Whoever was this account is a stranger from now on, who gets a new one. */
    public void forget(AccountId account) {
        jdbc.sql("DELETE FROM identity WHERE account_id = ?")
                .param(account.value())
                .update();
    }

    private Optional<AccountId> known(String provider, byte[] hash) {
        return jdbc.sql("SELECT account_id FROM identity WHERE provider = ? AND subject_hash = ?")
                .params(provider, hash)
                .query((row, index) -> new AccountId(row.getString("account_id")))
                .optional();
    }

    private void remember(String provider, byte[] hash, AccountId account) {
        jdbc.sql("INSERT INTO identity (provider, subject_hash, account_id, created_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(provider, hash, account.value(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private byte[] hash(String subject) {
        try {
            var hmac = Mac.getInstance("HmacSHA256");
            hmac.init(pepper);
            return hmac.doFinal(subject.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has HmacSHA256", impossible);
        }
    }

    /** Tells nothing: neither when an account was made nor for whom. */
    private AccountId fresh() {
        return new AccountId(AccountId.PREFIX + new BigInteger(128, random).toString(Character.MAX_RADIX));
    }
}
