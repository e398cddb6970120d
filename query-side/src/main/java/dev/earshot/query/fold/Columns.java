package dev.earshot.query.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows turned into one array per column, for statements of the form {@code INSERT … SELECT … FROM unnest(?, ?, …)}: the
 * text of the statement is the same for any number of rows, so the database plans it once.
 */
public final class Columns<T> {
    private final Collection<T> rows;
    private final List<Object> arrays = new ArrayList<>();

    private Columns(Collection<T> rows) {
        this.rows = rows;
    }

    /** The columns of these rows, to be named in the order of the statement's parameters. */
    public static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(rows);
    }

    /** A column of texts; null stays null. */
    public Columns<T> text(Function<T, String> column) {
        arrays.add(rows.stream().map(column).toArray(String[]::new));
        return this;
    }

    /** A column of names of constants; null stays null. */
    public Columns<T> name(Function<T, ? extends Enum<?>> column) {
        return text(row -> nameOf(column.apply(row)));
    }

    /** A column of instants, as text for a cast to {@code timestamptz[]}; null stays null. */
    public Columns<T> instant(Function<T, Instant> column) {
        return text(row -> textOf(column.apply(row)));
    }

    /** A column of truths. */
    public Columns<T> flag(Predicate<T> column) {
        arrays.add(rows.stream().map(column::test).toArray(Boolean[]::new));
        return this;
    }

    /** A column of integers. */
    public Columns<T> number(ToLongFunction<T> column) {
        arrays.add(rows.stream().map(column::applyAsLong).toArray(Long[]::new));
        return this;
    }

    /** A column of integers; null stays null. */
    public Columns<T> numberOrNull(Function<T, Long> column) {
        arrays.add(rows.stream().map(column).toArray(Long[]::new));
        return this;
    }

    /** Runs the statement with these columns as its parameters. */
    public void into(JdbcTemplate jdbc, String sql) {
        if (!rows.isEmpty()) {
            jdbc.update(sql, arrays.toArray());
        }
    }

    private static String nameOf(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static String textOf(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
