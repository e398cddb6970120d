package dev.earshot.query.lab.tally;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first so many of all that was added, by an order in which no two are equal. */
final class First<T> {
    private final Comparator<T> order;
    private final int most;
    private final PriorityQueue<T> kept;

    First(int most, Comparator<T> order) {
        this.order = order;
        this.most = most;
        this.kept = new PriorityQueue<>(order.reversed());
    }

    void add(T one) {
        kept.add(one);
        if (kept.size() > most) {
            kept.poll();
        }
    }

    void addAll(First<T> others) {
        others.kept.forEach(this::add);
    }

    List<T> list() {
        return kept.stream().sorted(order).toList();
    }
}
