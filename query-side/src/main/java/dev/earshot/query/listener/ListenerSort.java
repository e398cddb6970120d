package dev.earshot.query.listener;

import dev.earshot.api.refusal.Refused;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The orders a search can have. The listener's id decides between equals, so that no page repeats or skips anyone. */
enum ListenerSort {
    RATE("rate", "rate", true),
    RATE_DESCENDING("-rate", "rate", false),
    RATING("rating", "rating_hundredths", false),
    NEWEST("newest", "published", false);

    final String parameter;
    final String column;
    private final boolean ascending;

    ListenerSort(String parameter, String column, boolean ascending) {
        this.parameter = parameter;
        this.column = column;
        this.ascending = ascending;
    }

    static ListenerSort of(String parameter) throws Refused {
        for (var sort : values()) {
            if (sort.parameter.equals(parameter)) {
                return sort;
            }
        }
        throw ListenerSearchRefusal.SORT_UNKNOWN.of(
                "sort by one of %s",
                Arrays.stream(values()).map(sort -> sort.parameter).collect(Collectors.joining(", ")));
    }

    boolean comparesRates() {
        return this == RATE || this == RATE_DESCENDING;
    }

    String after() {
        return "(" + column + ", listener_id) " + (ascending ? ">" : "<") + " (:key, :listener)";
    }

    String orderBy() {
        String direction = ascending ? "ASC" : "DESC";
        return column + " " + direction + ", listener_id " + direction;
    }

    long keyOf(ListenerState listener) {
        return switch (this) {
            case RATE, RATE_DESCENDING -> listener.ratePerMinute.minor();
            case RATING -> listener.ratingHundredths();
            case NEWEST -> listener.published;
        };
    }
}
