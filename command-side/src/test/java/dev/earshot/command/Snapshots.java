package dev.earshot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.platform.json.EarshotJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an aggregate knows must survive a snapshot whole. */
public final class Snapshots {
    private static final Serializer LOG = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(mapper -> mapper.addModule(new EarshotJson()))
            .build();

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new EarshotJson()).build();

    private Snapshots() {}

    /** Reads a snapshot of a time that knew nothing of these fields, and expects to find the aggregate as it is. */
    public static void expectToReadWithout(Object aggregate, String... fields) {
        SerializedObject<String> now = LOG.serialize(aggregate, String.class);
        ObjectNode then = (ObjectNode) JSON.readTree(now.getData());
        List.of(fields)
                .forEach(field -> assertThat(then.remove(field)).as(field).isNotNull());
        assertThat(LOG.<String, Object>deserialize(
                        new SimpleSerializedObject<>(then.toString(), String.class, now.getType())))
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(aggregate);
    }

    /** Reads a snapshot that was stored once beside the test, and expects to find the aggregate as it is. */
    public static void expectStored(String name, Object aggregate) throws IOException {
        try (InputStream stored = aggregate.getClass().getResourceAsStream(name)) {
            String json = new String(stored.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(LOG.<String, Object>deserialize(
                            new SimpleSerializedObject<>(json, String.class, LOG.typeForClass(aggregate.getClass()))))
                    .usingRecursiveComparison()
                    .withStrictTypeChecking()
                    .isEqualTo(aggregate);
        }
    }

    /** Writes and reads this aggregate as a snapshot does, and expects to find all of it again. */
    public static void expectToKeep(Object aggregate) {
        SerializedObject<String> snapshot = LOG.serialize(aggregate, String.class);
        assertThat(LOG.<String, Object>deserialize(snapshot))
                .as(snapshot.getData())
                .isExactlyInstanceOf(aggregate.getClass())
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(aggregate);
    }
}
