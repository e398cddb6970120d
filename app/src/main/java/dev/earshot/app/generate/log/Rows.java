package dev.earshot.app.generate.log;

import dev.earshot.app.generate.town.Fact;
import dev.earshot.platform.trace.Correlation;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Facts as rows of the log in PostgreSQL's binary form, with the very JSON that the log's own serializer makes. */
public final class Rows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int COLUMNS = 9;
    private static final int USUAL_ROW = 600;

    private final Serializer json;

    public Rows(Serializer json) {
        this.json = json;
    }

    static byte[] header() {
        byte[] header = new byte[SIGNATURE.length + 2 * Integer.BYTES];
        System.arraycopy(SIGNATURE, 0, header, 0, SIGNATURE.length);
        return header;
    }

    static byte[] trailer() {
        return new byte[] {(byte) 0xFF, (byte) 0xFF};
    }

    /** These facts, one behind the other. May be asked for by many threads at once. */
    public byte[] of(List<Fact> facts) {
        try {
            var bytes = new ByteArrayOutputStream(facts.size() * USUAL_ROW);
            var rows = new DataOutputStream(bytes);
            for (Fact fact : facts) {
                write(fact, rows);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Fact fact, DataOutputStream row) throws IOException {
        SerializedObject<byte[]> payload = json.serialize(fact.payload(), byte[].class);
        SerializedObject<byte[]> metaData = json.serialize(MetaData.with(Correlation.ID, fact.story()), byte[].class);
        row.writeShort(COLUMNS);
        text(fact.eventId(), row);
        text(fact.aggregateId(), row);
        row.writeInt(Long.BYTES);
        row.writeLong(fact.sequence());
        text(fact.aggregateType(), row);
        text(DateTimeUtils.formatInstant(fact.at()), row);
        text(payload.getType().getName(), row);
        text(payload.getType().getRevision(), row);
        bytes(payload.getData(), row);
        bytes(metaData.getData(), row);
    }

    private static void text(String text, DataOutputStream row) throws IOException {
        bytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8), row);
    }

    private static void bytes(byte[] bytes, DataOutputStream row) throws IOException {
        if (bytes == null) {
            row.writeInt(-1);
        } else {
            row.writeInt(bytes.length);
            row.write(bytes);
        }
    }
}
