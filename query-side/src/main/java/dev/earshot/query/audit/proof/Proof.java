package dev.earshot.query.audit.proof;

import dev.earshot.query.audit.chain.MerkleTree.Step;
import dev.earshot.query.audit.chain.RawEvent;
import dev.earshot.query.audit.checkpoint.SignedCheckpoint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * That an event is in a signed checkpoint. It can be checked without Earshot: see {@code docs/audit.md} and {@code docs/VerifyProof.java}. It says
 * nothing that it does not prove, so the event is in here once, as the bytes that are hashed, and not in other words beside them.
 *
 * @param event the event's canonical bytes, in hexadecimal
 * @param path what leads from the event's hash to the checkpoint's root, from below: on which side each hash stands, and the hash in hexadecimal
 * @param checkpoint the very text that is signed
 * @param keyId whose signature it is
 * @param signature Ed25519, in hexadecimal
 */
@Schema(name = "InclusionProof")
record Proof(String event, List<String> path, String checkpoint, String keyId, String signature) {
    private static final HexFormat HEX = HexFormat.of();

    static Proof of(RawEvent event, List<Step> path, SignedCheckpoint checkpoint) {
        return new Proof(
                HEX.formatHex(event.canonical()),
                path.stream().map(Proof::told).toList(),
                new String(checkpoint.text(), StandardCharsets.UTF_8),
                checkpoint.keyId(),
                HEX.formatHex(checkpoint.signature()));
    }

    private static String told(Step step) {
        return (step.isLeft() ? "left " : "right ") + HEX.formatHex(step.hash());
    }
}
