package dev.earshot.app.lives;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** A log in memory through which everything goes as the JSON it would be in the database, snapshots too. */
final class Log extends InMemoryEventStorageEngine {
    private final Serializer json;
    private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();
    private final Map<String, Snapshot> snapshots = new HashMap<>();
    private final List<EventMessage<?>> untold = new ArrayList<>();

    private record Snapshot(DomainEventMessage<?> message, SerializedObject<String> aggregate) {}

    Log(Serializer json) {
        this.json = json;
    }

    void forgetAll() {
        streams.clear();
        snapshots.clear();
        untold.clear();
    }

    /** What was appended since this was last asked. */
    List<EventMessage<?>> news() {
        List<EventMessage<?>> news = List.copyOf(untold);
        untold.clear();
        return news;
    }

    /** How many events there are of one aggregate. */
    long length(String aggregateIdentifier) {
        return streams.getOrDefault(aggregateIdentifier, List.of()).size();
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            DomainEventMessage<?> read = readAgain((DomainEventMessage<?>) event);
            streams.computeIfAbsent(read.getAggregateIdentifier(), fresh -> new ArrayList<>())
                    .add(read);
            untold.add(read);
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        List<DomainEventMessage<?>> stream = streams.getOrDefault(aggregateIdentifier, List.of());
        int from = (int) Math.min(firstSequenceNumber, stream.size());
        return DomainEventStream.of(List.copyOf(stream.subList(from, stream.size())));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.put(
                snapshot.getAggregateIdentifier(),
                new Snapshot(snapshot, json.serialize(snapshot.getPayload(), String.class)));
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.ofNullable(snapshots.get(aggregateIdentifier))
                .map(snapshot -> with(snapshot.message(), json.deserialize(snapshot.aggregate())));
    }

    private DomainEventMessage<?> readAgain(DomainEventMessage<?> event) {
        return with(event, json.deserialize(json.serialize(event.getPayload(), String.class)));
    }

    private static DomainEventMessage<?> with(DomainEventMessage<?> event, Object payload) {
        return new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                payload,
                event.getMetaData(),
                event.getIdentifier(),
                event.getTimestamp());
    }
}
