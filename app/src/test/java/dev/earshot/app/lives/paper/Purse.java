package dev.earshot.app.lives.paper;

import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import dev.earshot.app.lives.Prices;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lots, and the calls that have set some of them aside. Nothing is remembered that can be counted again. */
final class Purse {
    private static final Comparator<Lot> EARLIEST_FIRST =
            Comparator.comparing((Lot lot) -> lot.expires).thenComparing(lot -> lot.name);

    private final Prices prices;
    private final Lot cash = new Lot(Pocket.CASH, Unit.MONEY, "", Instant.MAX);
    private final List<Lot> lots = new ArrayList<>(List.of(cash));
    private final Map<String, Running> calls = new LinkedHashMap<>();
    private final List<String> starving = new ArrayList<>();
    private final List<Instant> graces = new ArrayList<>();
    private final Days days;
    private final Map<String, Payment> payments = new HashMap<>();
    private final Map<String, Long> debts = new LinkedHashMap<>();
    private final SortedMap<String, Long> lost = new TreeMap<>();

    Purse(Prices prices, Days days) {
        this.prices = prices;
        this.days = days;
    }

    Lot cash() {
        return cash;
    }

    /** Puts so much into a lot, which may be new. */
    void put(Lot lot, long units) {
        if (sameLot(lot) == lot && !lots.contains(lot)) {
            lots.add(lot);
        }
        sameLot(lot).balance += units;
    }

    /** The lot as it is known here; the given one if it is not. */
    Lot sameLot(Lot wanted) {
        return lots.stream()
                .filter(lot -> lot.pocket == wanted.pocket && lot.name.equals(wanted.name))
                .findFirst()
                .orElse(wanted);
    }

    /** What comes back into a lot that is used up is as good as new. */
    void again(Lot lot, Instant expires) {
        if (!exists(sameLot(lot))) {
            sameLot(lot).expires = expires;
        }
    }

    void giveBack(Lot lot, long units) {
        put(lot, units);
        count("given back " + lot.pocket, units);
    }

    void remember(Payment payment) {
        payments.put(payment.debt(), payment);
    }

    long available(Lot lot) {
        return lot.balance - held(lot, null);
    }

    private long held(Lot lot, Stretch except) {
        return calls.values().stream().mapToLong(call -> call.held(lot, except)).sum();
    }

    void remove(Lot lot, long units, String why) {
        lot.balance -= units;
        count(why, units);
    }

    private void count(String why, long units) {
        if (units > 0) {
            lost.merge(why, units, Long::sum);
        }
    }

    /** What has expired goes, but for what a call has set aside; then whoever starves is fed, in turn. */
    void settle(Instant at) {
        for (Lot lot : List.copyOf(lots)) {
            if (lot.expired(at) && available(lot) > 0) {
                remove(lot, available(lot), "expired " + lot.pocket + " " + lot.unit);
            }
        }
        payDebts();
        for (String call : List.copyOf(starving)) {
            if (feed(calls.get(call), calls.get(call).starvingFor, at)) {
                starving.remove(call);
            }
        }
    }

    /** An empty lot is no lot, but cash is always there. */
    private boolean exists(Lot lot) {
        return lot == cash || lot.balance > 0;
    }

    void owe(String what, long minor) {
        if (minor > 0) {
            debts.merge(what, minor, Long::sum);
        }
    }

    long owed(String what) {
        return debts.getOrDefault(what, 0L);
    }

    void forgive(String what, long minor) {
        debts.merge(what, -minor, Long::sum);
        debts.remove(what, 0L);
    }

    boolean owes() {
        return !debts.isEmpty();
    }

    /** Free cash goes to the oldest debt. */
    private void payDebts() {
        while (owes() && available(cash) > 0) {
            String oldest = debts.keySet().iterator().next();
            long minor = Math.min(owed(oldest), available(cash));
            remove(cash, minor, "debts paid");
            forgive(oldest, minor);
            if (payments.containsKey(oldest)) {
                payments.get(oldest).debtPaid(minor);
            }
        }
    }

    /** Second by second: whoever stands first and can pay the next one does; who cannot is not asked again. */
    private boolean feed(Running call, long wanted, Instant at) {
        if (call.ways.stream().anyMatch(way -> way.pocket() == Pocket.ALLOWANCE)) {
            days.call(this, at);
        }
        List<Lot> inOrder = lots.stream()
                .filter(lot -> exists(lot) && !lot.expired(at))
                .sorted(EARLIEST_FIRST)
                .toList();
        long fed = 0;
        for (Way way : call.ways) {
            for (Lot lot : inOrder) {
                boolean fits = lot.pocket == way.pocket() && lot.unit == way.unit();
                if (fits && (lot.onlyFor.isEmpty() || lot.onlyFor.equals(call.name))) {
                    Stretch stretch = call.next(way, lot);
                    long budget = lot.balance - held(lot, stretch) - (holds(call) ? 0 : call.held(lot, stretch));
                    while (fed < wanted && pays(stretch, budget)) {
                        call.lengthen(stretch);
                        fed++;
                    }
                }
            }
        }
        return fed > 0;
    }

    private boolean holds(Running call) {
        return calls.containsValue(call);
    }

    private static boolean pays(Stretch stretch, long budget) {
        boolean nothingToBeginWith = stretch.seconds == 0 && budget == 0;
        return !nothingToBeginWith && stretch.way.cost(stretch.seconds + 1) <= budget;
    }

    void grant(Running call, long wanted, Way grace, boolean mayHaveGrace, Instant at) {
        feed(call, wanted, at);
        long funded = call.seconds();
        long usedToday =
                graces.stream().filter(used -> day(used).equals(day(at))).count();
        if (mayHaveGrace
                && funded > 0
                && funded < wanted
                && funded < prices.graceUntil()
                && usedToday < prices.gracesPerDay()) {
            Stretch free = new Stretch(grace, null);
            while (call.seconds() < prices.graceUntil()) {
                call.lengthen(free);
            }
            call.graced = true;
        }
    }

    void lend(String call, String name, long minor) {
        Lot loan = new Lot(Pocket.CARD, Unit.MONEY, name, Instant.MAX);
        loan.onlyFor = call;
        put(loan, minor);
    }

    /** What cards had lent to this call is lent no more. */
    void forget(String call) {
        lots.removeIf(lot -> lot.onlyFor.equals(call));
    }

    void run(String name, Running call) {
        calls.put(name, call);
        if (call.graced) {
            graces.add(call.since);
        }
    }

    boolean runs(String name) {
        return calls.containsKey(name);
    }

    void extend(String name, long granted, long wanted, Instant at) {
        Running call = calls.get(name);
        if (call.seconds() != granted) {
            return;
        }
        if (feed(call, wanted, at)) {
            starving.remove(name);
        } else if (!starving.contains(name)) {
            starving.add(name);
            call.starvingFor = wanted;
        }
    }

    Running close(String name) {
        starving.remove(name);
        return calls.remove(name);
    }

    /** A grace that was granted and not reached can be used again that day. */
    void graceIs(Running call, boolean used) {
        if (call.graced && !used) {
            graces.remove(call.since);
        }
    }

    void draw(SortedMap<String, String> picture, Instant at) {
        lots.stream()
                .filter(this::exists)
                .forEach(lot -> picture.put(
                        "purse %s %s/%s".formatted(lot.pocket, lot.unit, lot.name),
                        "%d, held %d, until %s"
                                .formatted(
                                        lot.balance,
                                        held(lot, null),
                                        lot.expires.equals(Instant.MAX) ? "ever" : lot.expires)));
        calls.forEach((name, call) -> picture.put("call " + name, call.words()));
        starving.forEach(name -> picture.put("starving " + name, String.valueOf(calls.get(name).starvingFor)));
        debts.forEach((what, minor) -> picture.put("owes " + what, minor.toString()));
        lost.forEach((what, units) -> picture.put(what, units.toString()));
        long today = graces.stream().filter(used -> day(used).equals(day(at))).count();
        picture.put("graces today", String.valueOf(today));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
