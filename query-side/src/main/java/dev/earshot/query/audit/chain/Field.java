package dev.earshot.query.audit.chain;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What is hashed of an event: every column of its row, in this order. */
enum Field {
    POSITION("global_index"),
    EVENT_ID("event_id"),
    AGGREGATE_TYPE("aggregate_type"),
    AGGREGATE_ID("aggregate_id"),
    SEQUENCE("sequence_number"),
    PAYLOAD_TYPE("payload_type"),
    REVISION("payload_revision"),
    PAYLOAD("payload"),
    METADATA("meta_data"),
    TIMESTAMP("time_stamp");

    private final String column;

    Field(String column) {
        this.column = column;
    }

    static String columns() {
        return Arrays.stream(values()).map(field -> field.column).collect(Collectors.joining(", "));
    }
}
