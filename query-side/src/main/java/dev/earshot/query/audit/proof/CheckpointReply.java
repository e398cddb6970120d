package dev.earshot.query.audit.proof;

import dev.earshot.query.audit.checkpoint.Checkpoint;
import dev.earshot.query.audit.checkpoint.SignedCheckpoint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A signed checkpoint. What is signed is {@code signed}, a text in base64; all else is the same in other words. Hashes are in hexadecimal.
 *
 * @param first the position of its first event
 * @param last the position of its last event
 * @param events how many events it covers
 * @param count how many events there are from the beginning of the log
 * @param head the link of its last event
 * @param root the root of the Merkle tree over its events
 * @param previous the SHA-256 of the text of the checkpoint before
 * @param signature Ed25519, in base64
 */
@Schema(name = "LogCheckpoint")
record CheckpointReply(
        long number,
        long first,
        long last,
        long events,
        long count,
        String head,
        String root,
        String previous,
        Instant at,
        String keyId,
        byte[] signed,
        byte[] signature) {
    static CheckpointReply of(SignedCheckpoint signed) {
        Checkpoint checkpoint = signed.checkpoint();
        return new CheckpointReply(
                checkpoint.number(),
                checkpoint.first(),
                checkpoint.last(),
                checkpoint.events(),
                checkpoint.count(),
                checkpoint.head(),
                checkpoint.root(),
                checkpoint.previous(),
                checkpoint.at(),
                signed.keyId(),
                signed.text(),
                signed.signature());
    }
}
