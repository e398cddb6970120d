package dev.earshot.app.lives.paper;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What a membership allows on each day. A day is found by going from minute to minute until the date changes. */
final class Days {
    private static final WalletId WALLET = WalletId.of(new AccountId("acc_ann"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private ZoneId zone = ZoneId.of("UTC");
    private long limit;
    private Instant until = Instant.EPOCH;
    private long given;
    private long givenBy;
    private Instant end = Instant.EPOCH;
    private long allowed;

    /** Whether this is anything new. */
    boolean agree(long secondsPerDay, Instant agreedUntil) {
        boolean news = secondsPerDay != limit || !agreedUntil.equals(until);
        limit = secondsPerDay;
        until = agreedUntil;
        return news;
    }

    boolean limit(Instant agreedUntil) {
        return agree(limit, agreedUntil);
    }

    void follow(ZoneId clocks) {
        zone = clocks;
    }

    long allowed() {
        return allowed;
    }

    /** A day that is open is lengthened by what a better tier allows of it. */
    void raise(Purse purse, Instant at) {
        if (at.isBefore(until) && at.isBefore(end) && limit > givenBy) {
            give(purse, share(limit, given, givenBy) - given, end);
        }
    }

    /** Someone calls: the day begins, if the last one is over; of a day that the last one reached into, only its rest. */
    void call(Purse purse, Instant at) {
        if (at.isBefore(end)) {
            raise(purse, at);
        } else if (at.isBefore(until)) {
            Instant begin = at.truncatedTo(ChronoUnit.MINUTES);
            while (date(begin.minus(MINUTE)).equals(date(at))) {
                begin = begin.minus(MINUTE);
            }
            Instant next = at.truncatedTo(ChronoUnit.MINUTES);
            while (date(next).equals(date(at))) {
                next = next.plus(MINUTE);
            }
            Instant free = end.isAfter(begin) ? end : begin;
            give(
                    purse,
                    share(
                            limit,
                            Duration.between(free, next).toMillis(),
                            Duration.between(begin, next).toMillis()),
                    next);
        }
    }

    private void give(Purse purse, long seconds, Instant dayEnd) {
        if (seconds > 0) {
            given = dayEnd.equals(end) ? given + seconds : seconds;
            givenBy = limit;
            end = dayEnd;
            allowed += seconds;
            String name = LotId.ofDayUntil(WALLET, dayEnd).value();
            purse.put(new Lot(Pocket.ALLOWANCE, Unit.SECONDS, name, dayEnd), seconds);
        }
    }

    private LocalDate date(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private static long share(long whole, long part, long of) {
        return BigDecimal.valueOf(whole)
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(of), 0, RoundingMode.DOWN)
                .longValueExact();
    }
}
