package dev.earshot.query.person;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.account.Role;
import dev.earshot.api.person.ErasureReason;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.people.PersonKeys;
import dev.earshot.platform.people.Sealing;
import dev.earshot.query.audit.AuditTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is erased is out of the log's words and not out of its proof. */
class ErasureKeepsTheProofTest extends AuditTest {
    @Autowired
    private Sealing sealing;

    @Autowired
    private PersonKeys keys;

    @Test
    void a_log_whose_texts_nobody_can_read_any_more_is_as_sound_as_before() throws Refused {
        var wish = sealing.keeping(story.listener, story.listenerId.value(), Map.of("bio", "I listen."), story.start);
        var kept = new TextsKept(wish.personId(), wish.subject(), wish.fields(), wish.at());
        publish(kept);
        aPaidCallIsProven();
        String proof = proofOfText(kept);
        assertThat(verified()).isEqualTo("SOUND");

        keys.destroy(story.listener, story.start);
        publish(new AccountErased(story.listener, story.listener, ErasureReason.OWN_WISH, List.of(), story.start));
        awaitProofOf(head());

        assertThat(sealing.open(kept.subject(), "bio", kept.fields().get("bio")))
                .isEmpty();
        assertThat(verified()).isEqualTo("SOUND");
        assertThat(proofOfText(kept)).isEqualTo(proof);
    }

    /** What an outsider is shown to check that the text's event is in the log. */
    private String proofOfText(TextsKept kept) {
        long position = database.sql(
                        "SELECT global_index FROM domain_event WHERE position(convert_to(?, 'UTF8') in payload) > 0")
                .param(kept.fields().get("bio").text())
                .query(Long.class)
                .single();
        var proof = get("/v1/audit/proofs/" + position, story.member, Role.FINANCE);
        assertThat(proof.status()).isEqualTo(200);
        return proof.body().toString();
    }

    private String verified() {
        var begun = api.post("/v1/audit/verifications")
                .bearer(token(story.member, Role.FINANCE))
                .send();
        assertThat(begun.status()).isEqualTo(202);
        return await().atMost(30, SECONDS)
                .until(
                        () -> get(begun.header("Location"), story.member, Role.FINANCE)
                                .body()
                                .path("status")
                                .asString(),
                        status -> !List.of("WAITING", "RUNNING").contains(status));
    }
}
