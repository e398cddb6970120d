package dev.earshot.platform.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.earshot.api.id.Id;
import dev.earshot.api.meter.Draw;
import java.time.Instant;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.introspect.VisibilityChecker;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * How the language travels: an id as its bare value, a currency by its code, times in ISO 8601, money as
 * {@code {"minor":1250,"currency":"USD"}}. Of a record only its components travel, whatever else it can answer.
 */
public final class EarshotJson extends SimpleModule {
    public EarshotJson() {
        super("earshot");
        addSerializer(Id.class, new ToStringSerializer(Id.class));
        for (Class<?> type : Id.class.getPermittedSubclasses()) {
            addIdDeserializer(type.asSubclass(Id.class));
        }
        addDeserializer(Instant.class, new PlainInstant(InstantDeserializer.INSTANT));
        setMixInAnnotation(Draw.class, DrawAsArray.class);
    }

    private <T extends Id> void addIdDeserializer(Class<T> type) {
        addDeserializer(type, new IdDeserializer<>(type));
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new OnlyComponents());
        context.addValueInstantiators(new RecordMaker.ForOurs());
    }

    /** There is one draw for every running call and second, so its field names are left out. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"callId", "second", "pocket", "charged", "earned"})
    private interface DrawAsArray {}

    private static final class OnlyComponents extends NopAnnotationIntrospector {
        @Override
        public VisibilityChecker findAutoDetectVisibility(
                MapperConfig<?> config, AnnotatedClass type, VisibilityChecker usual) {
            return type.getRawType().isRecord()
                    ? usual.withGetterVisibility(Visibility.NONE)
                            .withIsGetterVisibility(Visibility.NONE)
                            .withFieldVisibility(Visibility.ANY)
                    : usual;
        }
    }
}
