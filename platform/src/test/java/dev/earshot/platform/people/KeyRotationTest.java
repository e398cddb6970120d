package dev.earshot.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.person.Sealed;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.Platform;
import dev.earshot.platform.secrets.Secrets;
import dev.earshot.platform.start.CannotStart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Master keys come and go, what people wrote stays readable. Other tests' keys are in the same table. */
@IntegrationTest(value = Platform.class, settings = "people.former-masters=people-former")
class KeyRotationTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Secrets secrets;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private final AccountId lea =
            new AccountId(AccountId.PREFIX + UUID.randomUUID().toString().replace("-", ""));

    @BeforeEach
    void nobody_else() {
        jdbc.sql("DELETE FROM person_key").update();
    }

    @Test
    void while_both_are_known_texts_of_both_open_and_afterwards_the_former_is_needed_no_more() throws Refused {
        Sealed text = node("first").seal("I listen.");

        Node both = node("second", "first");
        assertThat(both.open(text)).isEqualTo("I listen.");
        assertThat(both.rotate()).isEqualTo(1);
        assertThat(both.rotate()).isZero();

        Node after = node("second");
        after.check();
        assertThat(after.open(text)).isEqualTo("I listen.");
        assertThat(after.open(after.seal("Still."))).isEqualTo("Still.");
    }

    @Test
    void a_former_master_key_that_is_still_needed_is_missed_at_the_start() throws Refused {
        node("first").seal("I listen.");

        assertThatThrownBy(() -> node("second").check())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("earshot.secrets.first");
    }

    @Test
    void a_key_of_an_erased_person_is_not_wrapped_anew() throws Refused {
        Node first = node("first");
        first.seal("I listen.");
        first.keys().destroy(lea, Instant.EPOCH);

        Node both = node("second", "first");
        both.check();
        assertThat(both.rotate()).isZero();
    }

    @Test
    void a_wrapped_key_moved_to_another_person_does_not_open() throws Refused {
        Node node = node("first");
        Sealed text = node.seal("I listen.");
        jdbc.sql("UPDATE person_key SET account_id = 'acc_thief'").update();

        assertThatThrownBy(() -> node("first").open(text)).hasMessageContaining("was not wrapped for acc_thief");
    }

    private Node node(String master, String... former) {
        var settings = new PeopleSettings(master, List.of(former), Duration.ofMinutes(1));
        var masters = new MasterKeys(secrets, settings);
        return new Node(masters, new PersonKeys(jdbc, masters, clock, transactions, settings));
    }

    /** A process with these master keys, and nothing in memory yet. */
    private final class Node {
        private final MasterKeys masters;
        private final PersonKeys keys;
        private final Sealing sealing;

        Node(MasterKeys masters, PersonKeys keys) {
            this.masters = masters;
            this.keys = keys;
            this.sealing = new Sealing(keys);
        }

        PersonKeys keys() {
            return keys;
        }

        Sealed seal(String text) throws Refused {
            return sealing.keeping(lea, "lis_1", Map.of("bio", text), Instant.EPOCH)
                    .fields()
                    .get("bio");
        }

        String open(Sealed text) {
            return sealing.open("lis_1", "bio", text).orElseThrow();
        }

        int rotate() {
            return new KeyRotation(jdbc, masters).round();
        }

        void check() {
            new MasterKeyCheck(jdbc, masters).afterSingletonsInstantiated();
        }
    }
}
