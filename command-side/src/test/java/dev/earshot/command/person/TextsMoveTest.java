package dev.earshot.command.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PersonId;
import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.command.CommandSide;
import dev.earshot.command.Told;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.people.PersonKeys;
import dev.earshot.platform.people.Sealing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts of an earlier release, on their way into the log. The rounds are made by the test alone. */
@IntegrationTest(value = CommandSide.class, settings = "db-scheduler.enabled=false")
class TextsMoveTest {
    @Autowired
    private TextsMove move;

    @Autowired
    private EventStore log;

    @Autowired
    private Sealing sealing;

    @Autowired
    private PersonKeys keys;

    @Autowired
    private JdbcClient jdbc;

    private final String unique = UUID.randomUUID().toString().replace("-", "");
    private final AccountId lea = new AccountId("acc_" + unique);
    private final String profile = "lis_" + unique;
    private final String call = "call_" + unique;

    @Test
    void each_text_moves_once_and_is_read_as_it_was() {
        stored(profile, "displayName", "Lea", null);
        stored(profile, "bio", "I listen.", null);
        stored(call, "comment", "She listened.", lea.value());

        assertThat(move.round()).isGreaterThanOrEqualTo(2);
        assertThat(move.round()).isZero();

        assertThat(left()).isZero();
        assertThat(kept()).hasSize(2);
        assertThat(opened(profile, "displayName")).contains("Lea");
        assertThat(opened(profile, "bio")).contains("I listen.");
        assertThat(opened(call, "comment")).contains("She listened.");
    }

    @Test
    void a_text_of_which_nobody_knows_whose_it_is_stays_where_it_is() {
        stored(call, "comment", "Whose am I?", null);

        move.round();

        assertThat(left()).isEqualTo(1);
        assertThat(kept()).isEmpty();
    }

    @Test
    void texts_of_somebody_who_is_erased_go_and_come_nowhere() {
        keys.destroy(lea, Instant.EPOCH);
        stored(profile, "bio", "I listened.", null);

        move.round();

        assertThat(left()).isZero();
        assertThat(kept()).isEmpty();
    }

    private void stored(String subject, String field, String text, String account) {
        jdbc.sql("INSERT INTO personal_text (subject, field, body, account_id) VALUES (?, ?, ?, ?)")
                .params(subject, field, text, account)
                .update();
    }

    private long left() {
        return jdbc.sql("SELECT count(*) FROM personal_text WHERE subject IN (?, ?)")
                .params(profile, call)
                .query(Long.class)
                .single();
    }

    private List<TextsKept> kept() {
        return Told.of(log, PersonId.of(lea)).stream()
                .map(TextsKept.class::cast)
                .toList();
    }

    private Optional<String> opened(String subject, String field) {
        return kept().stream()
                .filter(texts -> texts.subject().equals(subject))
                .findAny()
                .flatMap(texts -> sealing.open(subject, field, texts.fields().get(field)));
    }
}
