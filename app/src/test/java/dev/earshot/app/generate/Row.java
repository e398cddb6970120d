package dev.earshot.app.generate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A row of the log, as it is stored. */
record Row(
        long position,
        String eventId,
        String aggregateId,
        long sequence,
        String aggregateType,
        String timestamp,
        String payloadType,
        String revision,
        String payload,
        String metaData) {
    private static final JsonMapper JSON = new JsonMapper();

    static List<Row> all(JdbcTemplate jdbc) {
        return jdbc.query("SELECT * FROM domain_event ORDER BY global_index", (row, number) -> of(row));
    }

    private static Row of(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("global_index"),
                row.getString("event_id"),
                row.getString("aggregate_id"),
                row.getLong("sequence_number"),
                row.getString("aggregate_type"),
                row.getString("time_stamp"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                new String(row.getBytes("payload"), java.nio.charset.StandardCharsets.UTF_8),
                new String(row.getBytes("meta_data"), java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The event's own name. */
    String name() {
        return payloadType.substring(payloadType.lastIndexOf('$') + 1);
    }

    JsonNode json() {
        return JSON.readTree(payload);
    }

    String callId() {
        return json().path("callId").asString("");
    }

    String story() {
        return JSON.readTree(metaData).path("correlationId").asString("");
    }

    /** Everything but what differs from life to life: names of fields, the shape of ids and times, the kind of aggregate. */
    String skeleton() {
        Set<String> fields = new TreeSet<>();
        collect("", json(), fields);
        Set<String> known = new TreeSet<>();
        collect("", JSON.readTree(metaData), known);
        return "%s %s of %s %s id %d time %d: %s with %s"
                .formatted(
                        name(),
                        revision,
                        aggregateType,
                        aggregateId.replaceAll("_.*", ""),
                        eventId.length(),
                        timestamp.length(),
                        fields,
                        known);
    }

    private static void collect(String path, JsonNode node, Set<String> fields) {
        if (node.isObject()) {
            node.forEachEntry((name, value) -> collect(path + "." + name, value, fields));
        } else if (node.isArray()) {
            node.forEach(value -> collect(path + "[]", value, fields));
        } else {
            fields.add(path + " " + node.getNodeType());
        }
    }
}
