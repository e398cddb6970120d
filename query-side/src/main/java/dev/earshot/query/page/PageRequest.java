package dev.earshot.query.page;

import dev.earshot.api.refusal.Refused;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;

/**
 * Which page is asked for. Bound from the query parameters {@code cursor} and {@code limit}.
 *
 * @param cursor the {@code next} of the page before; absent for the first
 * @param limit how many items at most, 1 to 200; 50 when absent
 */
@ParameterObject
public record PageRequest(String cursor, @Min(1) @Max(200) Integer limit) {
    private static final int USUAL = 50;

    public PageRequest {
        limit = limit == null ? Integer.valueOf(USUAL) : limit;
    }

    /** How many rows to read to know whether another page follows. */
    public int rows() {
        return limit + 1;
    }

    /** The log position the last page ended at; beyond every position for the first page. */
    public long before() throws Refused {
        return cursor == null
                ? Long.MAX_VALUE
                : Cursor.number(Cursor.decode(cursor, 1).get(0));
    }

    /** The parts of the cursor, none for the first page. */
    public List<String> after(int parts) throws Refused {
        return cursor == null ? List.of() : Cursor.decode(cursor, parts);
    }
}
