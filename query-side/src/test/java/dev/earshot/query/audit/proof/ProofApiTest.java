package dev.earshot.query.audit.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import dev.earshot.platform.database.TestDatabase;
import dev.earshot.platform.web.Api;
import dev.earshot.platform.web.Digests;
import dev.earshot.query.audit.AuditTest;
import dev.earshot.query.audit.key.SigningKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Proofs as outsiders get them, checked with the very program that the documentation gives them. */
class ProofApiTest extends AuditTest {
    private static final Path PROGRAM = Path.of("../docs/VerifyProof.java");
    private static final HexFormat HEX = HexFormat.of();
    private static final String NOT_IN_IT = "1 INVALID: the event is not in the checkpoint\n";
    private static final String NOT_SIGNED = "1 INVALID: not signed by this key\n";

    @TempDir
    private Path outside;

    @Autowired
    private DataSource source;

    @Autowired
    private SigningKey signing;

    @Test
    void an_outsider_checks_any_event_with_a_jdk_and_the_public_key_alone() throws Exception {
        aPaidCallIsProven();
        List<Long> positions = positions();
        List<Long> some =
                List.of(positions.get(0), positions.get(positions.size() / 2), positions.get(positions.size() - 1));
        for (long position : some) {
            assertThat(check(proof(position), key())).startsWith("0 VALID\nearshot checkpoint 1\nnumber ");
        }
    }

    /** Nothing that the program tells comes from anywhere but the bytes that were hashed. */
    @Test
    void the_program_tells_the_event_that_was_proven_whatever_else_is_written_beside_it() throws Exception {
        aPaidCallIsProven();
        Map<String, Object> stored = database.sql("SELECT * FROM domain_event WHERE global_index = ?")
                .param(head())
                .query()
                .singleRow();
        String beside = proof(head()).replaceFirst("\\{", "{\"position\":\"1\",\"eventId\":\"x\",\"payload\":\"{}\",");
        for (String proof : List.of(proof(head()), beside)) {
            assertThat(check(proof, key()).lines().toList())
                    .contains(
                            "position " + head(),
                            "eventId " + stored.get("event_id"),
                            "aggregateId " + stored.get("aggregate_id"),
                            "sequence " + stored.get("sequence_number"),
                            "payloadType " + stored.get("payload_type"),
                            "payload " + new String((byte[]) stored.get("payload"), UTF_8),
                            "metadata " + new String((byte[]) stored.get("meta_data"), UTF_8),
                            "timestamp " + stored.get("time_stamp"))
                    .doesNotContain("position 1", "eventId x", "payload {}");
        }
    }

    @Test
    void an_event_is_found_by_its_id_too() {
        aPaidCallIsProven();
        String id = database.sql("SELECT event_id FROM domain_event WHERE global_index = ?")
                .param(head())
                .query(String.class)
                .single();
        assertThat(asked(id).body()).isEqualTo(asked("" + head()).body());
    }

    /** The ten fields stand behind their lengths, so what leaves the end of one and begins the next is another event. */
    @Test
    void an_event_with_any_field_changed_is_not_in_the_checkpoint() throws Exception {
        aPaidCallIsProven();
        String event = asked("" + head()).body().path("event").asString();
        ByteBuffer fields = ByteBuffer.wrap(HEX.parseHex(event));
        int tried = 0;
        for (; fields.hasRemaining(); tried++) {
            int length = Math.max(0, fields.getInt());
            fields.position(fields.position() + length);
            String forged = flipped(event, fields.position() - 1);
            assertThat(check(proof(head()).replace(event, forged), key()))
                    .as("field %d", tried)
                    .isEqualTo(NOT_IN_IT);
        }
        assertThat(tried).isEqualTo(10);
    }

    @Test
    void another_path_leads_elsewhere() throws Exception {
        aPaidCallIsProven();
        String proof = proof(head());
        String path = asked("" + head()).body().path("path").toString();
        String other = asked("" + neighbour()).body().path("path").toString();
        String step = asked("" + head()).body().path("path").path(0).asString();
        String turned = step.startsWith("left") ? step.replace("left", "right") : step.replace("right", "left");
        for (String forged : List.of(
                proof.replace(path, other),
                proof.replace(path, "[]"),
                proof.replace(step, turned),
                proof.replace(step, step.substring(0, step.length() - 64) + "00".repeat(32)),
                proof.replace(path, path.replaceFirst("\\[", "[\"" + step + "\",")))) {
            assertThat(forged).isNotEqualTo(proof);
            assertThat(check(forged, key())).isEqualTo(NOT_IN_IT);
        }
    }

    /** Without the byte that tells a leaf from a node, two hashes side by side could be given out as an event. */
    @Test
    void a_node_of_the_tree_is_no_event() throws Exception {
        aPaidCallIsProven();
        JsonNode body = asked("" + head()).body();
        String leaf = sha256("00" + body.path("event").asString());
        String step = body.path("path").path(0).asString();
        String beside = step.substring(step.length() - 64);
        String node = step.startsWith("left") ? beside + leaf : leaf + beside;
        String above = body.path("path").toString().replaceFirst("\"" + step + "\",?", "");
        String forged = proof(head())
                .replace(body.path("event").asString(), node)
                .replace(body.path("path").toString(), above);
        assertThat(check(forged, key())).isEqualTo(NOT_IN_IT);
    }

    @Test
    void a_checkpoint_counts_as_it_was_signed_and_by_this_key_alone() throws Exception {
        aPaidCallIsProven();
        String proof = proof(head());
        String signature = asked("" + head()).body().path("signature").asString();
        for (String forged : List.of(
                proof.replace("count ", "count 1"),
                proof.replace("at 20", "at 19"),
                proof.replace(signature, flipped(signature, 40)))) {
            assertThat(forged).isNotEqualTo(proof);
            assertThat(check(forged, key())).isEqualTo(NOT_SIGNED);
        }
        String foreign = SigningKey.of(new byte[32]).verifying().pem();
        assertThat(check(proof, foreign)).isEqualTo(NOT_SIGNED);
    }

    @Test
    void what_the_key_signed_that_is_no_checkpoint_proves_nothing() throws Exception {
        aPaidCallIsProven();
        JsonNode body = asked("" + head()).body();
        String text = body.path("checkpoint").asString().replace("earshot checkpoint 1", "a letter");
        String forged = proof(head())
                .replace("earshot checkpoint 1", "a letter")
                .replace(body.path("signature").asString(), HEX.formatHex(signing.sign(text.getBytes(UTF_8))));
        assertThat(check(forged, key())).isEqualTo(NOT_IN_IT);
    }

    @Test
    void what_is_no_proof_at_all_ends_with_a_failure() throws Exception {
        for (String none : List.of("", "{}", "{\"event\":\"xyz\",\"checkpoint\":\"\",\"signature\":\"\"}")) {
            assertThat(check(none, key())).startsWith("1 ").doesNotContain("VALID");
        }
    }

    @Test
    void an_event_that_never_was_is_unknown() {
        assertThat(asked("999999999").status()).isEqualTo(404);
        assertThat(asked("999999999").code()).isEqualTo("AUDIT_EVENT_UNKNOWN");
        assertThat(asked("01890000-0000-7000-8000-000000000000").code()).isEqualTo("AUDIT_EVENT_UNKNOWN");
    }

    @Test
    void an_event_of_this_moment_has_no_proof_yet_and_gets_one() {
        aPaidCallIsProven();
        publish(story.topUpRequested(1));
        Api.Reply early = asked(Long.toString(head()));
        if (early.status() != 200) { // The next checkpoint may have been faster than the question.
            assertThat(early.status()).isEqualTo(409);
            assertThat(early.code()).isEqualTo("AUDIT_PROOF_NOT_YET");
            assertThat(early.body().path("detail").asString()).contains("due within");
        }
        awaitProofOf(head());
        assertThat(asked(Long.toString(head())).status()).isEqualTo(200);
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
        assertThat(asked(Long.toString(head())).code()).isEqualTo("AUDIT_PROOF_IMPOSSIBLE");
        owner.sql("UPDATE domain_event SET payload = ? WHERE global_index = ?")
                .params(payload, head())
                .update();
        owner.sql("ALTER TABLE domain_event ENABLE ALWAYS TRIGGER written_once").update();
        assertThat(asked(Long.toString(head())).status()).isEqualTo(200);
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

    private Api.Reply asked(String positionOrId) {
        return asFinance("/v1/audit/proofs/" + positionOrId);
    }

    private String proof(long position) {
        return asked(Long.toString(position)).http().body();
    }

    /** Another event of the checkpoint that the last event is in. */
    private long neighbour() {
        long last =
                checkpoints.covering(head()).orElseThrow().signed().checkpoint().first();
        assertThat(last).as("not alone in its checkpoint").isLessThan(head());
        return last;
    }

    /** With one bit of one byte turned over. */
    private static String flipped(String hex, int at) {
        byte[] bytes = HEX.parseHex(hex);
        bytes[at] ^= 1;
        return HEX.formatHex(bytes);
    }

    private static String sha256(String hex) {
        return HEX.formatHex(Digests.sha256().digest(HEX.parseHex(hex)));
    }

    private Api.Reply asFinance(String path) {
        return get(path, story.member, Role.FINANCE);
    }

    private String key() {
        JsonNode first = asFinance("/v1/audit/keys").body().path("items").path(0);
        assertThat(first.path("inUse").asBoolean()).isTrue();
        return first.path("pem").asString();
    }

    /** The program's exit code and what it prints. */
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
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), UTF_8);
        return program.waitFor() + " " + said;
    }

    private List<Long> positions() {
        return database.sql("SELECT global_index FROM domain_event ORDER BY 1")
                .query(Long.class)
                .list();
    }
}
