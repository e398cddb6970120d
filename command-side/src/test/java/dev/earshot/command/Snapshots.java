package dev.earshot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.platform.json.EarshotJson;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** What an aggregate knows must survive a snapshot whole. */
public final class Snapshots {
    private static final Serializer LOG = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(mapper -> mapper.addModule(new EarshotJson()))
            .build();

    private Snapshots() {}

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
