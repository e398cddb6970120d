package dev.earshot.query.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items in the order of the list
 * @param next the cursor of the page that follows; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, String next) {
    public Page {
        items = List.copyOf(items);
    }

    /** The page out of one row more than asked for: the surplus row only tells that another page follows. */
    public static <T> Page<T> of(List<T> rows, PageRequest asked, Function<T, String> cursorOf) {
        if (rows.size() <= asked.limit()) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, asked.limit());
        return new Page<>(items, Cursor.encode(cursorOf.apply(items.get(items.size() - 1))));
    }

    /** The same page with each item in another shape. */
    public <R> Page<R> map(Function<T, R> shape) {
        return new Page<>(items.stream().map(shape).toList(), next);
    }
}
