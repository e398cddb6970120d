package dev.earshot.wallet;

import dev.earshot.api.id.LotId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.pricing.LocalDay;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.AllowanceAgreed;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.api.wallet.WalletEvent.DayZoneSet;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What memberships allow on each local day, and what was given of it on the day opened last. Immutable.
 *
 * <p>Days never overlap: one is opened only when the last one has ended. Whoever travels therefore finds the new zone's
 * day begun already, and is given the share of the allowance that is left of that day; so no change of zone, however
 * often, gives more for a stretch of time than staying does.
 *
 * @param agreed by their source
 * @param chosen the member's own zone by its name; empty where an agreement's zone counts
 * @param given how much was given on the day opened last
 * @param perDay the limit by which it was given; 0 before the first day
 * @param dayEnd when that day ends
 */
record Allowances(Map<String, Agreement> agreed, String chosen, long given, long perDay, Instant dayEnd) {
    private static final Comparator<Agreement> MOST_GENEROUS = Comparator.comparing(Agreement::secondsPerDay)
            .thenComparing(agreement -> agreement.zone().getId());

    Allowances {
        agreed = Map.copyOf(agreed);
    }

    static Allowances none() {
        return new Allowances(Map.of(), "", 0, 0, Instant.EPOCH);
    }

    Optional<Agreement> from(String source) {
        return Optional.ofNullable(agreed.get(source));
    }

    boolean follow(ZoneId zone) {
        return zone.getId().equals(chosen);
    }

    /** The day's allowance, or what a better tier adds to it, if that was not given yet. */
    Optional<AllowanceGranted> due(WalletId wallet, Instant at) {
        return dayIsOpen(at) ? raise(wallet, at) : best(at).flatMap(best -> open(wallet, best, at));
    }

    /** What a better tier adds to a day that is open. */
    Optional<AllowanceGranted> raise(WalletId wallet, Instant at) {
        return best(at).filter(best -> dayIsOpen(at) && best.secondsPerDay() > perDay)
                .flatMap(best -> grant(wallet, share(best, given, perDay) - given, best, dayEnd, at));
    }

    private Optional<AllowanceGranted> open(WalletId wallet, Agreement best, Instant at) {
        ZoneId zone = chosen.isEmpty() ? best.zone() : ZoneId.of(chosen);
        LocalDay today = LocalDay.at(at, zone);
        return grant(wallet, today.allowed(best.secondsPerDay(), dayEnd), best, today.end(), at);
    }

    private static Optional<AllowanceGranted> grant(
            WalletId wallet, long seconds, Agreement by, Instant end, Instant at) {
        return seconds > 0
                ? Optional.of(new AllowanceGranted(
                        wallet, LotId.ofDayUntil(wallet, end), seconds, by.secondsPerDay(), end, at))
                : Optional.empty();
    }

    /** These allowances when something was agreed or given. */
    Allowances after(WalletEvent event) {
        if (event instanceof AllowanceAgreed agreement) {
            return after(agreement);
        } else if (event instanceof DayZoneSet zone) {
            return new Allowances(agreed, zone.zone().getId(), given, perDay, dayEnd);
        } else if (event instanceof AllowanceGranted grant) {
            long onThatDay = grant.expiresAt().equals(dayEnd) ? given + grant.seconds() : grant.seconds();
            return new Allowances(agreed, chosen, onThatDay, grant.secondsPerDay(), grant.expiresAt());
        }
        return this;
    }

    /** One agreement is made or replaced; those that are over are forgotten. */
    private Allowances after(AllowanceAgreed event) {
        Map<String, Agreement> all = new HashMap<>(agreed);
        all.values().removeIf(past -> !past.standsAt(event.at()));
        all.put(event.source(), new Agreement(event.secondsPerDay(), event.zone(), event.until()));
        return new Allowances(all, chosen, given, perDay, dayEnd);
    }

    private boolean dayIsOpen(Instant at) {
        return at.isBefore(dayEnd);
    }

    private Optional<Agreement> best(Instant at) {
        return agreed.values().stream()
                .filter(agreement -> agreement.standsAt(at))
                .max(MOST_GENEROUS);
    }

    /** {@code floor(secondsPerDay × part / whole)}. */
    private static long share(Agreement of, long part, long whole) {
        return BigInteger.valueOf(of.secondsPerDay())
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}
