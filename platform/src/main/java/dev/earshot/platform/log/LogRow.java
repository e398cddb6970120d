package dev.earshot.platform.log;

import dev.earshot.platform.json.PlainInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** A row of the log, for readers of many. */
record LogRow(
        long position,
        String eventIdentifier,
        String type,
        String aggregateIdentifier,
        long sequenceNumber,
        Instant timestamp,
        String payloadType,
        String revision,
        byte[] payload,
        byte[] metaData)
        implements DomainEventData<byte[]>, TrackedEventData<byte[]> {

    static LogRow of(ResultSet row, EventSchema columns) throws SQLException {
        return new LogRow(
                row.getLong(columns.globalIndexColumn()),
                row.getString(columns.eventIdentifierColumn()),
                row.getString(columns.typeColumn()),
                row.getString(columns.aggregateIdentifierColumn()),
                row.getLong(columns.sequenceNumberColumn()),
                PlainInstant.of(row.getString(columns.timestampColumn())),
                row.getString(columns.payloadTypeColumn()),
                row.getString(columns.payloadRevisionColumn()),
                row.getBytes(columns.payloadColumn()),
                row.getBytes(columns.metaDataColumn()));
    }

    /** The same message with nothing left to be read from JSON later, by whoever handles it. */
    static TrackedEventMessage<?> read(TrackedEventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> ofAggregate) {
            return read(message.trackingToken(), ofAggregate, message.getTimestamp());
        }
        message.getPayload();
        return message;
    }

    private static <T> TrackedEventMessage<T> read(TrackingToken token, DomainEventMessage<T> message, Instant at) {
        Message<T> read = new GenericMessage<>(message.getIdentifier(), message.getPayload(), message.getMetaData());
        return new GenericTrackedDomainEventMessage<>(
                token,
                message.getType(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                read,
                () -> at);
    }

    @Override
    public TrackingToken trackingToken() {
        return LogEngine.tokenAt(position);
    }

    @Override
    public String getType() {
        return type;
    }

    /** Null if no aggregate told of it, which Axon's tables say by the event's own id. */
    @Override
    public String getAggregateIdentifier() {
        return aggregateIdentifier.equals(eventIdentifier) ? null : aggregateIdentifier;
    }

    @Override
    public long getSequenceNumber() {
        return sequenceNumber;
    }

    @Override
    public String getEventIdentifier() {
        return eventIdentifier;
    }

    @Override
    public Instant getTimestamp() {
        return timestamp;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(metaData, byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(payload, byte[].class, payloadType, revision);
    }
}
