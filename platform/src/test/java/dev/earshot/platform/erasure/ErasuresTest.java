package dev.earshot.platform.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.person.ErasureReason;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.person.Sealed;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.Platform;
import dev.earshot.platform.erasure.ErasuresTest.Steps;
import dev.earshot.platform.people.Sealing;
import dev.earshot.platform.security.Identities;
import dev.earshot.platform.security.Sessions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rounds are made by the tests alone. */
@IntegrationTest(
        value = {Platform.class, Steps.class},
        settings = "db-scheduler.enabled=false")
class ErasuresTest {
    private static final Set<AccountId> FAILING = ConcurrentHashMap.newKeySet();
    private static final Set<AccountId> FORGOTTEN = ConcurrentHashMap.newKeySet();
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Autowired
    private Erasures erasures;

    @Autowired
    private Identities identities;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Sealing sealing;

    @Autowired
    private EventStore log;

    @Autowired
    private TransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private final String email = UUID.randomUUID() + "@example.com";
    private AccountId lea;
    private Sealed bio;

    static class Steps {
        @Bean
        ErasureStep probe() {
            return new ErasureStep() {
                @Override
                public String name() {
                    return "probe";
                }

                @Override
                public void erase(AccountId person) {
                    if (FAILING.contains(person)) {
                        throw new IllegalStateException("not yet");
                    }
                    FORGOTTEN.add(person);
                }
            };
        }
    }

    @BeforeEach
    void somebody() throws Refused {
        lea = identities.accountOf("dev", email);
        sessions.open(lea, "phone", "ios");
        bio = sealing.keeping(lea, "lis_1", Map.of("bio", "I listen."), NOW)
                .fields()
                .get("bio");
    }

    @Test
    void key_sign_in_and_sessions_go_with_the_decision_or_not_at_all() {
        try {
            transactions.executeInTransaction(() -> {
                erasures.begin(lea, NOW);
                throw new IllegalStateException("the decision failed");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the decision failed");
        }
        assertThat(sealing.open("lis_1", "bio", bio)).contains("I listen.");
        assertThat(identities.accountOf("dev", email)).isEqualTo(lea);

        transactions.executeInTransaction(() -> erasures.begin(lea, NOW));

        assertThat(sealing.open("lis_1", "bio", bio)).isEmpty();
        assertThat(rowsOf("session")).isZero();
        assertThat(identities.accountOf("dev", email)).isNotEqualTo(lea);
    }

    @Test
    void whoever_looks_before_the_first_round_sees_all_that_is_still_to_be_done() {
        assertThat(erasures.stepsOf(lea)).as("nobody has begun").isEmpty();

        transactions.executeInTransaction(() -> erasures.begin(lea, NOW));

        assertThat(erasures.stepsOf(lea))
                .extracting(Erasures.Step::name)
                .contains("probe", "answers")
                .isSorted();
        assertThat(erasures.stepsOf(lea)).allMatch(step -> step.tries() == 0 && step.doneAt() == null);
    }

    @Test
    void a_step_that_fails_is_tried_again_until_it_is_done_and_keeps_no_other_waiting() {
        FAILING.add(lea);
        transactions.executeInTransaction(() -> erasures.begin(lea, NOW));

        erasures.round();

        assertThat(step("probe").doneAt()).isNull();
        assertThat(step("answers").doneAt()).isNotNull();
        erasures.round();
        assertThat(step("probe").tries()).as("it is left in peace for a while").isEqualTo(1);

        FAILING.remove(lea);
        jdbc.sql("UPDATE erasure_step SET try_again_at = 'epoch' WHERE account_id = ?")
                .param(lea.value())
                .update();
        erasures.round();
        assertThat(step("probe").doneAt()).isNotNull();
        assertThat(FORGOTTEN).contains(lea);
    }

    @Test
    void what_a_backup_brings_back_is_erased_again_for_the_log_remembers() {
        var keys = jdbc.sql("SELECT wrapped FROM person_key WHERE account_id = ?")
                .param(lea.value())
                .query(byte[].class)
                .single();
        transactions.executeInTransaction(() -> {
            log.publish(new GenericDomainEventMessage<>(
                    "Account", lea.value(), 0, new AccountErased(lea, lea, ErasureReason.OWN_WISH, List.of(), NOW)));
            erasures.begin(lea, NOW);
        });
        erasures.round();
        FORGOTTEN.remove(lea);
        jdbc.sql("UPDATE person_key SET wrapped = ?, destroyed_at = NULL WHERE account_id = ?")
                .params(keys, lea.value())
                .update();
        sessions.open(lea, "phone", "ios");

        erasures.sweep();
        erasures.round();

        assertThat(sealing.open("lis_1", "bio", bio)).isEmpty();
        assertThat(rowsOf("session")).isZero();
        assertThat(FORGOTTEN).contains(lea);
    }

    @Test
    void what_a_newer_release_forgets_besides_is_forgotten_of_those_erased_before() {
        transactions.executeInTransaction(() -> erasures.begin(lea, Instant.EPOCH));
        erasures.round();
        assertThat(isOpen()).as("all is done, and long ago").isFalse();
        jdbc.sql("DELETE FROM erasure_step WHERE account_id = ? AND step = 'probe'")
                .param(lea.value())
                .update();

        erasures.sweep();

        assertThat(isOpen()).isTrue();
    }

    private Erasures.Step step(String name) {
        return erasures.stepsOf(lea).stream()
                .filter(step -> step.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private boolean isOpen() {
        return jdbc.sql("SELECT open FROM erasure WHERE account_id = ?")
                .param(lea.value())
                .query(Boolean.class)
                .single();
    }

    private long rowsOf(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE account_id = ?")
                .param(lea.value())
                .query(Long.class)
                .single();
    }
}
