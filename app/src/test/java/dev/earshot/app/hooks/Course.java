package dev.earshot.app.hooks;

import dev.earshot.app.hooks.Told.What;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;

/** What happens at the network to one payment. The network knows best what comes of it, and tells every step. */
final class Course {
    private enum Verdict {
        OPEN,
        WON,
        LOST
    }

    private record Dispute(long minor, Verdict verdict) {}

    private final int topUp;
    private final long price;
    private final Random random;
    private final IntSupplier numbers;
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Long> refunds = new LinkedHashMap<>();
    private final Map<String, Dispute> disputes = new LinkedHashMap<>();
    private int names;

    /** Nothing has happened yet to a payment of this price; what will be told takes its numbers from there. */
    Course(int topUp, long price, Random random, IntSupplier numbers) {
        this.topUp = topUp;
        this.price = price;
        this.random = random;
        this.numbers = numbers;
    }

    List<Told> told() {
        return told;
    }

    boolean isTold(What what) {
        return told.stream().anyMatch(one -> one.what() == what);
    }

    /** What has been given back in the end. */
    long refunded() {
        return refunds.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What disputes that are open or lost have taken in the end. */
    long disputed() {
        return disputes.values().stream()
                .filter(dispute -> dispute.verdict() != Verdict.WON)
                .mapToLong(Dispute::minor)
                .sum();
    }

    void tell(int times, What what, long minor) {
        for (int i = 0; i < times; i++) {
            tell(what, minor, "");
        }
    }

    /** Something goes back, or comes again. */
    void turn() {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> refund();
            case 4, 5 -> failRefund();
            case 6, 7 -> dispute();
            default -> decide();
        }
    }

    private void refund() {
        long left = price - refunded();
        if (left > 0) {
            String name = name("re");
            refunds.put(name, part(left));
            tell(What.REFUNDED, refunded(), name);
        }
    }

    private void failRefund() {
        if (!refunds.isEmpty()) {
            String name = any(refunds);
            tell(What.REFUND_FAILED, refunds.remove(name), name);
        }
    }

    private void dispute() {
        String name = name("dp");
        disputes.put(name, new Dispute(part(price), Verdict.OPEN));
        tell(What.DISPUTED, disputes.get(name).minor(), name);
    }

    /** A dispute that is lost may be won later; one that is won is over. */
    private void decide() {
        if (disputes.isEmpty()) {
            return;
        }
        String name = any(disputes);
        Dispute dispute = disputes.get(name);
        if (dispute.verdict() != Verdict.WON) {
            Verdict verdict = dispute.verdict() == Verdict.LOST || random.nextBoolean() ? Verdict.WON : Verdict.LOST;
            disputes.put(name, new Dispute(dispute.minor(), verdict));
            tell(verdict == Verdict.WON ? What.DISPUTE_WON : What.DISPUTE_LOST, dispute.minor(), name);
        }
    }

    private void tell(What what, long minor, String name) {
        told.add(new Told(numbers.getAsInt(), topUp, what, minor, name, second(what)));
    }

    /** Clocks of providers tell seconds, and two refunds may share one. */
    private int second(What what) {
        if (told.isEmpty()) {
            return 0;
        }
        Told last = told.get(told.size() - 1);
        boolean sameSecond = what == What.REFUNDED && last.what() == What.REFUNDED && random.nextInt(4) == 0;
        return last.second() + (sameSecond ? 0 : 1);
    }

    /** All of it as often as not. */
    private long part(long minor) {
        return random.nextBoolean() ? minor : 1 + random.nextLong(minor);
    }

    private String name(String kind) {
        return kind + "_" + topUp + "_" + names++;
    }

    private String any(Map<String, ?> named) {
        return List.copyOf(named.keySet()).get(random.nextInt(named.size()));
    }
}
