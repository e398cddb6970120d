package dev.earshot.app.lives;

import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One step of a life, as a value, so that a life can be shortened to what it takes to fail. Numbers are meant relative to
 * where the life stands: a call is one of a few slots, talk is a part of what is granted.
 */
public sealed interface Step {
    /** The same in every world; answers what the world says to it. */
    String in(World world, Course course);

    /** How long after the step before. */
    default Duration later(Course course) {
        return Duration.ZERO;
    }

    /** What is remembered of it. */
    default void done(Course course, String said) {}

    record Wait(long seconds) implements Step {
        @Override
        public Duration later(Course course) {
            return Duration.ofSeconds(seconds);
        }

        @Override
        public String in(World world, Course course) {
            return "";
        }
    }

    /** To the moment the next lot expires, or nearly. */
    record WaitForExpiry(int secondsPast) implements Step {
        @Override
        public Duration later(Course course) {
            return notBack(course, course.nextExpiry().plusSeconds(secondsPast));
        }

        @Override
        public String in(World world, Course course) {
            return "";
        }
    }

    /** To the next midnight of a place, or nearly; and the wallet is told. */
    record WaitForMidnight(String zone, int secondsPast) implements Step {
        @Override
        public Duration later(Course course) {
            ZoneId place = ZoneId.of(zone);
            Instant midnight = LocalDate.ofInstant(course.now(), place)
                    .plusDays(1)
                    .atStartOfDay(place)
                    .toInstant();
            return notBack(course, midnight.plusSeconds(secondsPast));
        }

        @Override
        public String in(World world, Course course) {
            return world.expire(course.now());
        }
    }

    private static Duration notBack(Course course, Instant then) {
        return then.isBefore(course.now()) ? Duration.ZERO : Duration.between(course.now(), then);
    }

    record Expire() implements Step {
        @Override
        public String in(World world, Course course) {
            return world.expire(course.now());
        }
    }

    record TopUp(long minor, Telling telling, boolean foreign) implements Step {
        @Override
        public String in(World world, Course course) {
            String currency = foreign ? "EUR" : course.currency();
            return world.topUp(course.fresh("t"), minor, currency, telling, course.now());
        }

        @Override
        public void done(Course course, String said) {
            boolean asked = !said.contains("OUT_OF_RANGE") && !foreign;
            if (asked) {
                course.asked(course.fresh("t"), minor);
            }
        }
    }

    record BuyPack(PlanVersion version, long units, int days, Telling telling) implements Step {
        @Override
        public String in(World world, Course course) {
            return world.buyPack(course.fresh("p"), version, units, days, telling, course.now());
        }

        @Override
        public void done(Course course, String said) {
            course.asked(course.fresh("p"), World.PACK_PRICE);
        }
    }

    /** So many parts of 1 000 of a payment; all that is left of it for 0. */
    record Refund(int which, int part) implements Step {
        @Override
        public String in(World world, Course course) {
            return course.payment(which)
                    .map(it -> world.refund(it.name(), course.fresh("r"), it.part(part), course.now()))
                    .orElse("");
        }

        @Override
        public void done(Course course, String said) {
            course.payment(which).ifPresent(it -> course.refunded(it, course.fresh("r")));
        }
    }

    record FailRefund(int which, boolean returned) implements Step {
        @Override
        public String in(World world, Course course) {
            return course.refund(which)
                    .map(it -> world.failRefund(it.payment(), it.name(), returned, course.now()))
                    .orElse("");
        }
    }

    record TellRefund(int which, int part) implements Step {
        @Override
        public String in(World world, Course course) {
            return course.payment(which)
                    .map(it -> world.tellRefund(it.name(), it.part(part), course.now()))
                    .orElse("");
        }
    }

    record Dispute(int which, int name, World.Verdict verdict, int part) implements Step {
        @Override
        public String in(World world, Course course) {
            return course.payment(which)
                    .map(it -> world.dispute(it.name(), "dp" + name, verdict, it.part(part), course.now()))
                    .orElse("");
        }
    }

    record Promo(Unit unit, long amount, long seconds) implements Step {
        @Override
        public String in(World world, Course course) {
            Instant expiresAt = course.now().plusSeconds(seconds);
            return world.promo(course.fresh("g"), unit, amount, expiresAt, course.now());
        }
    }

    record Dial(int slot, int listener, int ratePart, long wanted, long atLeast, boolean foreign, boolean byCard)
            implements Step {
        @Override
        public String in(World world, Course course) {
            String currency = foreign ? "EUR" : course.currency();
            var talk = new World.Talk("l" + listener, course.rate(ratePart), currency, wanted, atLeast, byCard);
            return world.dial(course.dialled(slot), talk, course.now());
        }

        @Override
        public void done(Course course, String said) {
            course.remember(slot, course.dialled(slot));
        }
    }

    /** To the call that runs in a slot; or to the one that is dialled there next by card. */
    record Lend(int slot, int attempt, long minor) implements Step {
        @Override
        public String in(World world, Course course) {
            return world.lend(course.dialled(slot), attempt, minor, course.now());
        }

        @Override
        public void done(Course course, String said) {
            course.lent(slot, course.dialled(slot));
        }
    }

    /** {@code behind} by so many seconds of what is granted. */
    record Extend(int slot, long wanted, long behind) implements Step {
        @Override
        public String in(World world, Course course) {
            String call = course.call(slot);
            return world.extend(call, course.granted(call) - behind, wanted, course.now());
        }
    }

    /** After so many parts of 1 000 of what is granted. */
    record HangUp(int slot, int part) implements Step {
        @Override
        public String in(World world, Course course) {
            String call = course.call(slot);
            return world.hangUp(call, course.granted(call) * part / 1_000, course.now());
        }
    }

    record GiveUp(int slot) implements Step {
        @Override
        public String in(World world, Course course) {
            return world.giveUp(course.call(slot), course.now());
        }
    }

    record Move(PlanVersion version) implements Step {
        @Override
        public String in(World world, Course course) {
            return world.move(version, course.now());
        }
    }

    record Overflow(boolean cash) implements Step {
        @Override
        public String in(World world, Course course) {
            return world.overflow(cash, course.now());
        }
    }

    record Join(Club club, Telling telling) implements Step {
        @Override
        public String in(World world, Course course) {
            return world.join(club, telling, course.now());
        }
    }

    /** When the period ends, or nearly; or so many days after. */
    record Renew(int days, int secondsPast, Telling telling) implements Step {
        @Override
        public Duration later(Course course) {
            return notBack(
                    course, course.periodEnd().plus(Duration.ofDays(days)).plusSeconds(secondsPast));
        }

        @Override
        public String in(World world, Course course) {
            return world.renew(telling, course.now());
        }
    }

    record Change(Club club, Telling telling) implements Step {
        @Override
        public String in(World world, Course course) {
            return world.change(club, telling, course.now());
        }
    }

    record Cancel(boolean cancelled) implements Step {
        @Override
        public String in(World world, Course course) {
            return world.cancel(cancelled, course.now());
        }
    }

    record Travel(String zone) implements Step {
        @Override
        public String in(World world, Course course) {
            return world.travel(ZoneId.of(zone), course.now());
        }
    }

    /** As soon as the coins that came last are ripe, or nearly. */
    record Mature(int listener, int secondsPast) implements Step {
        @Override
        public Duration later(Course course) {
            return notBack(
                    course,
                    course.lastChangeOf("coins of l" + listener)
                            .plus(Duration.ofDays(7))
                            .plusSeconds(secondsPast));
        }

        @Override
        public String in(World world, Course course) {
            return course.earns("l" + listener) ? world.mature("l" + listener, course.now()) : "";
        }
    }

    record Penalise(int listener, long minor) implements Step {
        @Override
        public String in(World world, Course course) {
            return course.earns("l" + listener)
                    ? world.penalise(course.fresh("y"), "l" + listener, minor, course.now())
                    : "";
        }
    }

    record SettleDirectly(int slot, long minor) implements Step {
        @Override
        public String in(World world, Course course) {
            return world.settleDirectly(course.fresh("d"), course.call(slot), minor, course.now());
        }
    }

    record Owe(long minor) implements Step {
        @Override
        public String in(World world, Course course) {
            return world.owe(course.fresh("o"), minor, course.now());
        }
    }

    record ClawBack(int listener, long minor) implements Step {
        @Override
        public String in(World world, Course course) {
            return course.earns("l" + listener)
                    ? world.clawBack(course.fresh("b"), "l" + listener, minor, course.now())
                    : "";
        }
    }
}
