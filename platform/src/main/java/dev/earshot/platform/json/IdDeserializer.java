package dev.earshot.platform.json;

import dev.earshot.api.id.Id;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads an id from its bare value; a string that is none is told with the place where it stood. */
final class IdDeserializer<T extends Id> extends StdDeserializer<T> {
    private final Class<T> type;
    private final Constructor<T> constructor;

    IdDeserializer(Class<T> type) {
        super(type);
        this.type = type;
        try {
            constructor = type.getConstructor(String.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("An id is a record of one string, unlike " + type.getSimpleName(), e);
        }
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return type.cast(context.handleUnexpectedToken(getValueType(context), json));
        }
        String value = json.getString();
        try {
            return constructor.newInstance(value);
        } catch (InvocationTargetException e) {
            return type.cast(context.handleWeirdStringValue(
                    type, value, "%s", e.getCause().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
