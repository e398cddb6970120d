package dev.earshot.platform.json;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;

/** Reads metadata, which every message has, value by value; Axon's own way works out how to read a map anew for each. */
final class PlainMetaData extends StdDeserializer<MetaData> {
    PlainMetaData() {
        super(MetaData.class);
    }

    @Override
    public MetaData deserialize(JsonParser json, DeserializationContext context) {
        if (!json.isExpectedStartObjectToken()) {
            return (MetaData) context.handleUnexpectedToken(getValueType(context), json);
        }
        Map<String, Object> entries = new HashMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            entries.put(
                    name,
                    json.nextToken() == JsonToken.VALUE_STRING
                            ? json.getString()
                            : context.readValue(json, Object.class));
        }
        return MetaData.from(entries);
    }

    @Override
    public Object deserializeWithType(JsonParser json, DeserializationContext context, TypeDeserializer type) {
        return deserialize(json, context);
    }
}
