package dev.earshot.app.lives;

import dev.earshot.api.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where a life stands between two steps: both worlds have come to the same picture. */
final class Course {
    private final String currency;
    private final Map<Integer, String> calls = new HashMap<>();
    private final Map<Integer, String> waiting = new HashMap<>();
    private final List<Payment> payments = new ArrayList<>();
    private final List<Refund> refunds = new ArrayList<>();
    private SortedMap<String, String> picture = new TreeMap<>();
    private final Map<String, Instant> changed = new HashMap<>();
    private Instant now;
    private int step;

    Course(String currency, Instant now) {
        this.currency = currency;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    String currency() {
        return currency;
    }

    void wait(Duration time) {
        now = now.plus(time);
        step++;
    }

    void agreedOn(SortedMap<String, String> both) {
        both.forEach((what, words) -> {
            if (!words.equals(picture.get(what))) {
                changed.put(what, now);
            }
        });
        picture = both;
    }

    /** When this part of the picture last changed; now if it never did. */
    Instant lastChangeOf(String what) {
        return changed.getOrDefault(what, now);
    }

    /** A name that nothing had before this step. */
    String fresh(String kind) {
        return kind + step;
    }

    /** The call in a slot: the running one, else a new one. */
    String dialled(int slot) {
        String last = calls.get(slot);
        return last != null && runs(last) ? last : waiting.getOrDefault(slot, "c" + slot + "x" + step);
    }

    /** A card waits for this call to be dialled. */
    void lent(int slot, String call) {
        if (!runs(call)) {
            waiting.put(slot, call);
        }
    }

    void remember(int slot, String call) {
        waiting.remove(slot);
        calls.put(slot, call);
    }

    /** The call that was last dialled in a slot, running or not. */
    String call(int slot) {
        return calls.getOrDefault(slot, "never" + slot);
    }

    private boolean runs(String call) {
        return picture.containsKey("call " + call);
    }

    List<String> running() {
        return calls.values().stream().filter(this::runs).sorted().toList();
    }

    long granted(String call) {
        long seconds = 0;
        for (String leg : picture.getOrDefault("call " + call, "").split(",")) {
            String[] words = leg.replace("]", "").trim().split(" ");
            seconds += words.length < 2 ? 0 : Long.parseLong(words[1]);
        }
        return seconds;
    }

    /** A payment of this much was asked for. */
    void asked(String payment, long price) {
        payments.add(new Payment(payment, price));
    }

    Optional<Payment> payment(int which) {
        return payments.isEmpty() ? Optional.empty() : Optional.of(payments.get(which % payments.size()));
    }

    void refunded(Payment payment, String refund) {
        refunds.add(new Refund(payment.name(), refund));
    }

    Optional<Refund> refund(int which) {
        return refunds.isEmpty() ? Optional.empty() : Optional.of(refunds.get(which % refunds.size()));
    }

    record Payment(String name, long price) {
        /** So many of 1 000 parts. */
        long part(int parts) {
            return price * parts / 1_000;
        }
    }

    record Refund(String payment, String name) {}

    /** When the period of the membership ends; now if there is none. */
    Instant periodEnd() {
        String words = picture.getOrDefault("membership", "none");
        return words.startsWith("none") ? now : Instant.parse(words.split("[ ,]+")[2]);
    }

    boolean earns(String listener) {
        return picture.containsKey("coins of " + listener);
    }

    /** From 0.50 to 100.00 a minute, by so many parts of 10 000. */
    long rate(int part) {
        BigDecimal dollars = BigDecimal.valueOf(50 + 9_950L * part / 10_000, 2);
        long minor = dollars.movePointRight(Money.of(0, currency).currency().getDefaultFractionDigits())
                .longValue();
        return Math.max(1, minor);
    }

    /** When the next lot expires; now if none does. */
    Instant nextExpiry() {
        return picture.values().stream()
                .filter(words -> words.contains("until 2"))
                .map(words -> Instant.parse(words.substring(words.indexOf("until ") + 6)))
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(now);
    }
}
