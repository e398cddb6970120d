package dev.earshot.query.price;

import dev.earshot.api.price.PriceListEvent;
import dev.earshot.query.fold.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The facts of the book of price lists: as many as people publish and try, so they are read whole. */
@Component
class PriceFacts {
    private static final Map<String, Class<? extends PriceListEvent>> TYPES = Arrays.stream(
                    PriceListEvent.class.getPermittedSubclasses())
            .<Class<? extends PriceListEvent>>map(type -> type.asSubclass(PriceListEvent.class))
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    PriceFacts(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Row(long position, PriceListEvent fact) {}

    void save(List<Row> facts) {
        Columns.of(facts)
                .number(Row::position)
                .text(row -> row.fact().getClass().getSimpleName())
                .text(row -> json.writeValueAsString(row.fact()))
                .into(jdbc, """
                        INSERT INTO price_fact (position, type, fact)
                        SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[])
                        ON CONFLICT DO NOTHING
                        """);
    }

    /** All of them, in the order in which they happened. */
    List<PriceListEvent> all() {
        return jdbc.query("SELECT type, fact FROM price_fact ORDER BY position", (row, number) -> {
            PriceListEvent fact = json.readValue(row.getString("fact"), TYPES.get(row.getString("type")));
            return fact;
        });
    }

    void clear() {
        jdbc.execute("TRUNCATE price_fact");
    }
}
