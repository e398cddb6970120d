package dev.earshot.query.audit.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.query.audit.chain.Field;
import dev.earshot.query.audit.chain.RawEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * That an event is in a signed checkpoint. It can be checked without Earshot: see {@code docs/audit.md} and {@code docs/VerifyProof.java}. No two
 * fields in here have one name, and an absent one is null.
 *
 * @param index the place of the event among those of the checkpoint, from 0
 * @param path what leads from the event's hash to the checkpoint's root, from below, in hexadecimal
 */
@Schema(name = "InclusionProof")
record Proof(Stored event, long index, List<String> path, CheckpointReply checkpoint) {
    /** The event exactly as it is stored, payload and metadata in base64. */
    @Schema(name = "StoredEvent")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Stored(
            long position,
            String eventId,
            String aggregateType,
            String aggregateId,
            long sequence,
            String payloadType,
            String revision,
            byte[] payload,
            byte[] metadata,
            String timestamp) {
        static Stored of(RawEvent event) {
            return new Stored(
                    event.position(),
                    event.text(Field.EVENT_ID).orElse(null),
                    event.text(Field.AGGREGATE_TYPE).orElse(null),
                    event.text(Field.AGGREGATE_ID).orElse(null),
                    event.number(Field.SEQUENCE),
                    event.text(Field.PAYLOAD_TYPE).orElse(null),
                    event.text(Field.REVISION).orElse(null),
                    event.bytes(Field.PAYLOAD).orElse(null),
                    event.bytes(Field.METADATA).orElse(null),
                    event.text(Field.TIMESTAMP).orElse(null));
        }
    }
}
