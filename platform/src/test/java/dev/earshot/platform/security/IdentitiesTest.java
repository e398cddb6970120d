package dev.earshot.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.AccountId;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.Platform;
import java.util.HashSet;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest(Platform.class)
class IdentitiesTest {
    @Autowired
    private Identities identities;

    @Autowired
    private JdbcClient jdbc;

    private final String email = UUID.randomUUID() + "@example.com";

    @Test
    void a_person_is_the_same_account_however_they_write_their_name() {
        var account = identities.accountOf("dev", email);

        assertThat(identities.accountOf("dev", " " + email.toUpperCase(Locale.ROOT) + " "))
                .isEqualTo(account);
        assertThat(identities.accountOf("google", email)).isNotEqualTo(account);
    }

    @Test
    void two_first_times_at_once_are_one_account() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<AccountId> signIn = () -> identities.accountOf("dev", email);
            var accounts = new HashSet<AccountId>();
            for (var account :
                    pool.invokeAll(Stream.generate(() -> signIn).limit(8).toList())) {
                accounts.add(account.get());
            }
            assertThat(accounts).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void the_clear_name_is_nowhere() {
        identities.accountOf("dev", email);

        var clear = jdbc.sql("SELECT count(*) FROM identity i WHERE i::text LIKE '%' || ? || '%'"
                        + " OR encode(subject_hash, 'escape') LIKE '%' || ? || '%'")
                .params(email, email)
                .query(Long.class)
                .single();
        assertThat(clear).isZero();
    }
}
