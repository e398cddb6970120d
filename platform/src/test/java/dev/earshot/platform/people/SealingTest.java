package dev.earshot.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.api.account.AccountRefusal;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.person.Sealed;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.Platform;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest(Platform.class)
class SealingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Autowired
    private Sealing sealing;

    @Autowired
    private PersonKeys keys;

    @Autowired
    private JdbcClient jdbc;

    private final AccountId lea = anybody();
    private final AccountId tom = anybody();

    @Test
    void a_text_is_read_as_it_was_written() throws Refused {
        Sealed bio = sealed(lea, "lis_1", "bio", "Léa 🎧 listens");

        assertThat(sealing.open("lis_1", "bio", bio)).contains("Léa 🎧 listens");
        assertThat(new String(Base64.getDecoder().decode(bio.text()))).doesNotContain("listens");
    }

    @Test
    void the_same_text_never_looks_the_same_twice() throws Refused {
        Set<String> looks = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            looks.add(sealed(lea, "lis_1", "bio", "I listen.").text());
        }
        assertThat(looks).hasSize(100);
    }

    @Test
    void a_changed_byte_anywhere_is_noticed() throws Refused {
        Sealed bio = sealed(lea, "lis_1", "bio", "I listen.");
        byte[] bytes = Base64.getDecoder().decode(bio.text());
        for (int i = 0; i < bytes.length; i++) {
            byte[] tampered = bytes.clone();
            tampered[i] ^= 1;
            assertTampered("lis_1", "bio", new Sealed(bio.keyId(), base64(tampered)));
        }
        assertTampered("lis_1", "bio", new Sealed(bio.keyId(), "not base64!"));
        assertTampered("lis_1", "bio", new Sealed(bio.keyId(), base64(new byte[5])));
    }

    @Test
    void a_text_moved_to_another_person_subject_or_field_does_not_open() throws Refused {
        Sealed ofLea = sealed(lea, "lis_1", "bio", "I am Lea.");
        Sealed ofTom = sealed(tom, "lis_2", "bio", "I am Tom.");

        assertTampered("lis_2", "bio", ofLea);
        assertTampered("lis_1", "location", ofLea);
        assertTampered("lis_2", "bio", new Sealed(ofTom.keyId(), ofLea.text()));
        assertTampered("lis_1", "bio", new Sealed(ofTom.keyId(), ofLea.text()));
    }

    @Test
    void with_the_key_every_text_is_gone_for_good_and_others_stay() throws Refused {
        Sealed ofLea = sealed(lea, "lis_1", "bio", "I am Lea.");
        Sealed ofTom = sealed(tom, "lis_2", "bio", "I am Tom.");
        assertThat(sealing.open("lis_1", "bio", ofLea)).isPresent(); // So that this node has the key in memory.

        keys.destroy(lea, NOW);
        keys.destroy(lea, NOW.plusSeconds(60));

        assertThat(sealing.open("lis_1", "bio", ofLea)).isEmpty();
        assertThat(sealing.open("lis_2", "bio", ofTom)).contains("I am Tom.");
        assertThatThrownBy(() -> sealed(lea, "lis_1", "bio", "I am back."))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(AccountRefusal.ACCOUNT_ERASED));
        assertThat(jdbc.sql("SELECT wrapped IS NULL AND destroyed_at = ? FROM person_key WHERE account_id = ?")
                        .params(NOW.atOffset(java.time.ZoneOffset.UTC), lea.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoever_never_had_a_key_gets_none_after_their_erasure() {
        keys.destroy(lea, NOW);

        assertThatThrownBy(() -> sealed(lea, "lis_1", "bio", "late")).isInstanceOf(Refused.class);
    }

    @Test
    void a_key_that_nobody_knows_opens_nothing_and_fails_nothing() {
        assertThat(sealing.open("lis_1", "bio", new Sealed("key_of_another_house", base64(new byte[40]))))
                .isEmpty();
    }

    @Test
    void two_first_texts_at_once_are_sealed_with_one_key() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<String> write = () -> sealed(lea, "lis_1", "bio", "I").keyId();
            var ids = new HashSet<String>();
            for (var id : pool.invokeAll(Stream.generate(() -> write).limit(8).toList())) {
                ids.add(id.get());
            }
            assertThat(ids).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    private Sealed sealed(AccountId owner, String subject, String field, String text) throws Refused {
        return sealing.keeping(owner, subject, Map.of(field, text), NOW)
                .fields()
                .get(field);
    }

    private void assertTampered(String subject, String field, Sealed text) {
        assertThatThrownBy(() -> sealing.open(subject, field, text)).isInstanceOf(TamperedText.class);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static AccountId anybody() {
        return new AccountId(AccountId.PREFIX + UUID.randomUUID().toString().replace("-", ""));
    }
}
