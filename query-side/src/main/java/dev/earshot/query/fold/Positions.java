package dev.earshot.query.fold;

import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far the stored views have come, whichever node folds them. */
@Component
public class Positions {
    private final JdbcTemplate jdbc;
    private final Serializer serializer;

    Positions(JdbcTemplate jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** The position up to which this view knows everything; 0 when it has not begun. */
    public long of(String view) {
        return tokens(view).stream()
                .mapToLong(token -> token.position().orElse(0))
                .min()
                .orElse(0);
    }

    /** The tokens of this view's segments; none before its first start. */
    public List<TrackingToken> tokens(String view) {
        return jdbc.query(
                "SELECT token, token_type FROM processor_token WHERE processor_name = ? AND token IS NOT NULL",
                (row, number) -> serializer.<byte[], TrackingToken>deserialize(new SimpleSerializedObject<>(
                        row.getBytes("token"), byte[].class, row.getString("token_type"), null)),
                view);
    }
}
