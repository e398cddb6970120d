package dev.earshot.query.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import dev.earshot.platform.database.TestDatabase;
import dev.earshot.platform.web.Api;
import dev.earshot.query.audit.AuditTest;
import dev.earshot.query.audit.key.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Proofs as outsiders get them, checked with the very program that the documentation gives them. */
class ProofApiTest extends AuditTest {
    private static final Path PROGRAM = Path.of("../docs/VerifyProof.java");

    @TempDir
    private Path outside;

    @Autowired
    private DataSource source;

    @Test
    void an_outsider_checks_any_event_with_a_jdk_and_the_public_key_alone() throws Exception {
        aPaidCallIsProven();
        List<Long> positions = positions();
        List<Long> some =
                List.of(positions.get(0), positions.get(positions.size() / 2), positions.get(positions.size() - 1));
        for (long position : some) {
            assertThat(check(proof(Long.toString(position)).http().body(), key()))
                    .startsWith("0 VALID: event ")
                    .contains(" at " + position + " ");
        }
    }

    @Test
    void an_event_is_found_by_its_id_too() {
        aPaidCallIsProven();
        JsonNode byPosition = proof(Long.toString(head())).body();
        JsonNode byId =
                proof(byPosition.path("event").path("eventId").asString()).body();
        assertThat(byId).isEqualTo(byPosition);
    }

    @Test
    void what_was_changed_in_a_proof_shows() throws Exception {
        aPaidCallIsProven();
        String proof = proof(Long.toString(head())).http().body();
        String payload = proof("" + head()).body().path("event").path("payload").asString();
        String other = Base64.getEncoder().encodeToString("{\"minor\":1}".getBytes(StandardCharsets.UTF_8));
        JsonNode path = proof("" + head()).body().path("path");
        for (String forged : List.of(
                proof.replace(payload, other),
                proof.replace("\"position\":" + head(), "\"position\":" + (head() - 1)),
                proof.replaceFirst("\"metadata\":(null|\"[^\"]*\")", "\"metadata\":\"\""),
                proof.replaceFirst("\"aggregateType\":(null|\"[^\"]*\")", "\"aggregateType\":\"\""),
                proof.replaceFirst("\"index\":\\d+", "\"index\":0"),
                proof.replaceFirst("\"index\":\\d+", "\"index\":99"),
                proof.replace(path.path(0).asString(), "00".repeat(32)),
                proof.replaceFirst("\"path\":\\[[^]]*]", "\"path\":[]"))) {
            assertThat(forged).isNotEqualTo(proof);
            assertThat(check(forged, key())).isEqualTo("1 INVALID: this event is not in the checkpoint");
        }
        String signed =
                proof("" + head()).body().path("checkpoint").path("signed").asString();
        String text = new String(Base64.getDecoder().decode(signed), StandardCharsets.UTF_8);
        String changed = Base64.getEncoder()
                .encodeToString(text.replace("count ", "count 1").getBytes(StandardCharsets.UTF_8));
        assertThat(check(proof.replace(signed, changed), key()))
                .isEqualTo("1 INVALID: the checkpoint is not signed with this key");
    }

    @Test
    void a_foreign_key_vouches_for_nothing() throws Exception {
        aPaidCallIsProven();
        String foreign = SigningKey.of(new byte[32]).verifying().pem();
        assertThat(check(proof(Long.toString(head())).http().body(), foreign))
                .isEqualTo("1 INVALID: the checkpoint is not signed with this key");
    }

    @Test
    void an_event_that_never_was_is_unknown() {
        assertThat(proof("999999999").status()).isEqualTo(404);
        assertThat(proof("999999999").code()).isEqualTo("AUDIT_EVENT_UNKNOWN");
        assertThat(proof("01890000-0000-7000-8000-000000000000").code()).isEqualTo("AUDIT_EVENT_UNKNOWN");
    }

    @Test
    void an_event_of_this_moment_has_no_proof_yet_and_gets_one() {
        aPaidCallIsProven();
        publish(story.topUpRequested(1));
        Api.Reply early = proof(Long.toString(head()));
        if (early.status() != 200) { // The next checkpoint may have been faster than the question.
            assertThat(early.status()).isEqualTo(409);
            assertThat(early.code()).isEqualTo("AUDIT_PROOF_NOT_YET");
            assertThat(early.body().path("detail").asString()).contains("due within");
        }
        awaitProofOf(head());
        assertThat(proof(Long.toString(head())).status()).isEqualTo(200);
    }

    @Test
    void an_event_that_was_tampered_with_gets_no_proof() {
        aPaidCallIsProven();
        var owner = TestDatabase.ownerOf(source);
        byte[] payload = owner.sql("SELECT payload FROM domain_event WHERE global_index = ?")
                .param(head())
                .query(byte[].class)
                .single();
        owner.sql("ALTER TABLE domain_event DISABLE TRIGGER written_once").update();
        owner.sql("UPDATE domain_event SET payload = '{}' WHERE global_index = ?")
                .param(head())
                .update();
        assertThat(proof(Long.toString(head())).code()).isEqualTo("AUDIT_PROOF_IMPOSSIBLE");
        owner.sql("UPDATE domain_event SET payload = ? WHERE global_index = ?")
                .params(payload, head())
                .update();
        owner.sql("ALTER TABLE domain_event ENABLE ALWAYS TRIGGER written_once").update();
        assertThat(proof(Long.toString(head())).status()).isEqualTo(200);
    }

    @Test
    void checkpoints_are_listed_page_by_page_the_latest_first() {
        aPaidCallIsProven();
        List<Long> numbers = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = asFinance("/v1/audit/checkpoints?limit=2" + cursor).body();
            page.path("items").forEach(item -> numbers.add(item.path("number").asLong()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(numbers)
                .hasSizeGreaterThan(2)
                .isSortedAccordingTo((one, other) -> Long.compare(other, one))
                .endsWith(1L);
    }

    @Test
    void nobody_but_finance_and_superadmins_asks() {
        for (String path :
                List.of("/v1/audit/keys", "/v1/audit/checkpoints", "/v1/audit/proofs/1", "/v1/audit/verifications")) {
            assertThat(asMember(path).status()).as(path).isEqualTo(403);
            assertThat(get(path, story.member, Role.ADMIN).status()).as(path).isEqualTo(403);
            assertThat(get(path, story.member, Role.SUPERADMIN).status())
                    .as(path)
                    .isNotEqualTo(403);
        }
    }

    private Api.Reply proof(String positionOrId) {
        return asFinance("/v1/audit/proofs/" + positionOrId);
    }

    private Api.Reply asFinance(String path) {
        return get(path, story.member, Role.FINANCE);
    }

    private String key() {
        JsonNode first = asFinance("/v1/audit/keys").body().path("items").path(0);
        assertThat(first.path("inUse").asBoolean()).isTrue();
        return first.path("pem").asString();
    }

    /** The program's exit code and what it says. */
    private String check(String proof, String pem) throws IOException, InterruptedException {
        Path file = outside.resolve("proof.json");
        Path key = outside.resolve("key.pem");
        Files.writeString(file, proof);
        Files.writeString(key, pem);
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        PROGRAM.toString(),
                        file.toString(),
                        key.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return program.waitFor() + " "
                + said.lines()
                        .filter(line -> line.matches("(IN)?VALID.*"))
                        .findFirst()
                        .orElse(said);
    }

    private List<Long> positions() {
        return database.sql("SELECT global_index FROM domain_event ORDER BY 1")
                .query(Long.class)
                .list();
    }
}
