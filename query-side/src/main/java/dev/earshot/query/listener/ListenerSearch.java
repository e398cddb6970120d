package dev.earshot.query.listener;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;

/**
 * What to look for; everything absent is not asked for.
 *
 * @param live only those who can be called this moment
 * @param takesCards only those who can be called by whoever pays by card
 * @param language an ISO 639 code
 * @param skill one skill, as written in the profile
 * @param minRate the least rate a minute, minor units of {@code currency}
 * @param maxRate the highest rate a minute, minor units of {@code currency}
 * @param currency an ISO 4217 code: only rates in it; without one, a search that compares rates means the market's
 * @param minRating the least average of stars, 1 to 5
 * @param sort {@code rate}, {@code -rate}, {@code rating} or {@code newest}
 */
@ParameterObject
record ListenerSearch(
        Boolean live,
        Boolean takesCards,
        @Pattern(regexp = "[a-z]{2,3}") String language,
        @Size(min = 1, max = 100) String skill,
        @PositiveOrZero Long minRate,
        @PositiveOrZero Long maxRate,
        @Pattern(regexp = "[A-Z]{3}") String currency,
        @DecimalMin("1") @DecimalMax("5") BigDecimal minRating,
        String sort) {
    private static final int HUNDREDTHS_DIGITS = 2;

    ListenerSearch {
        sort = sort == null ? ListenerSort.NEWEST.parameter : sort;
    }

    /** The same search among rates of one currency, if it compares rates: those of different ones are not comparable. */
    ListenerSearch comparingIn(Currency market, ListenerSort order) {
        boolean compares = minRate != null || maxRate != null || order.comparesRates();
        return currency == null && compares
                ? new ListenerSearch(
                        live, takesCards, language, skill, minRate, maxRate, market.getCurrencyCode(), minRating, sort)
                : this;
    }

    String where() {
        List<String> conditions = new ArrayList<>(List.of("published IS NOT NULL"));
        conditions.addAll(Boolean.TRUE.equals(live) ? List.of("live AND call_id IS NULL") : List.of());
        conditions.addAll(Boolean.TRUE.equals(takesCards) ? List.of("vouched_for AND NOT frozen") : List.of());
        conditions.addAll(asked(language, "languages @> ARRAY[:language]::text[]"));
        conditions.addAll(asked(skill, "skills @> ARRAY[:skill]::text[]"));
        conditions.addAll(asked(minRate, "rate >= :minRate"));
        conditions.addAll(asked(maxRate, "rate <= :maxRate"));
        conditions.addAll(asked(currency, "currency = :currency"));
        conditions.addAll(asked(minRating, "rating_hundredths >= :minRating"));
        return String.join(" AND ", conditions);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("language", language);
        parameters.put("skill", skill);
        parameters.put("minRate", minRate);
        parameters.put("maxRate", maxRate);
        parameters.put("currency", currency);
        parameters.put("minRating", minRating == null ? null : minRating.movePointRight(HUNDREDTHS_DIGITS));
        return parameters;
    }

    private static List<String> asked(Object value, String condition) {
        return value == null ? List.of() : List.of(condition);
    }
}
