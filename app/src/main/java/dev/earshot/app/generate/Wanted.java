package dev.earshot.app.generate;

import dev.earshot.platform.start.CannotStart;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.Environment;

/**
 * What is to be generated.
 *
 * @param calls how many calls are asked for
 * @param seed what all chance follows from
 * @param from the first day (UTC)
 * @param days over how many days they are spread
 * @param threads how many threads make them; the same calls come out whatever it is
 */
record Wanted(int calls, long seed, LocalDate from, int days, int threads) {
    private static final int CALLS_A_TOWN = 16_000;
    private static final int CALLS_A_STEP = 5_000;

    Wanted {
        if (calls < 1 || days < 1 || threads < 1) {
            throw new CannotStart(
                    "--generate needs at least one call, one day and one thread.",
                    "For example: --generate=100000 --generate.days=120");
        }
    }

    static Wanted in(Environment settings) {
        try {
            return new Wanted(
                    settings.getProperty("generate", Integer.class, 0),
                    settings.getProperty("seed", Long.class, 1L),
                    LocalDate.parse(settings.getProperty("generate.from", "2025-07-07")),
                    settings.getProperty("generate.days", Integer.class, 120),
                    settings.getProperty(
                            "generate.threads",
                            Integer.class,
                            Runtime.getRuntime().availableProcessors()));
        } catch (IllegalArgumentException | ConversionException | DateTimeException notUnderstood) {
            throw new CannotStart(
                    "--generate was not understood: " + notUnderstood.getMessage(),
                    "For example: --generate=100000 --seed=7 --generate.from=2025-07-07 --generate.days=120");
        }
    }

    int towns() {
        return (calls + CALLS_A_TOWN - 1) / CALLS_A_TOWN;
    }

    /** How many of the calls are this town's, the first being number 0. */
    int callsOf(int town) {
        return calls / towns() + (town < calls % towns() ? 1 : 0);
    }

    Instant begin() {
        return from.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    Instant end() {
        return begin().plus(Duration.ofDays(days));
    }

    /** In so many parts the time is gone through, so that no part is too much for the memory. */
    int steps() {
        return Math.max(days, calls / CALLS_A_STEP);
    }

    /** When this part ends; the last one lets everything come to its end. */
    Instant endOf(int step) {
        return step == steps() - 1
                ? Instant.ofEpochMilli(Long.MAX_VALUE)
                : begin().plus(Duration.ofDays(days).multipliedBy(step + 1L).dividedBy(steps()));
    }
}
