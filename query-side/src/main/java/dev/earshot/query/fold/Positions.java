package dev.earshot.query.fold;

import java.util.List;
import java.util.OptionalLong;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How far the stored views have come, whichever node folds them. The node that folds knows it exactly; what is stored
 * follows within seconds when the latest events did not concern the view.
 */
@Component
public class Positions {
    private final JdbcTemplate jdbc;
    private final Serializer serializer;
    private final ObjectProvider<EventProcessingConfiguration> processors;

    Positions(JdbcTemplate jdbc, Serializer serializer, ObjectProvider<EventProcessingConfiguration> processors) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.processors = processors;
    }

    /** The position up to which this view knows everything; 0 when it has not begun. */
    public long of(String view) {
        return tokens(view).stream()
                .map(TrackingToken::position)
                .mapToLong(position -> position.orElse(0))
                .min()
                .orElse(0);
    }

    /** Where each segment of this view stands; none before its first start. */
    public List<TrackingToken> tokens(String view) {
        var here = processors
                .getObject()
                .eventProcessor(view, StreamingEventProcessor.class)
                .map(processor -> processor.processingStatus().values().stream()
                        .map(EventTrackerStatus::getTrackingToken)
                        .filter(token -> token != null && !token.position().equals(OptionalLong.empty()))
                        .toList())
                .orElse(List.of());
        return here.isEmpty() ? stored(view) : here;
    }

    private List<TrackingToken> stored(String view) {
        return jdbc.query(
                "SELECT token, token_type FROM processor_token WHERE processor_name = ? AND token IS NOT NULL",
                (row, number) -> serializer.<byte[], TrackingToken>deserialize(new SimpleSerializedObject<>(
                        row.getBytes("token"), byte[].class, row.getString("token_type"), null)),
                view);
    }
}
