package dev.earshot.query.ledger.lives;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Facts of several streams, told in any order that a log could have: each stream in its own order, and what follows from
 * something after it. Nothing else is certain.
 */
final class Chronicle {
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Integer> lastOf = new HashMap<>();
    private int barrier;

    private record Told(Object fact, List<Integer> after, int era) {}

    /** The next fact of this stream, which follows from the last that was told of this episode. */
    void tell(String stream, String episode, Object fact) {
        List<Integer> after = new ArrayList<>();
        for (String line : List.of("stream " + stream, "episode " + episode)) {
            Integer before = lastOf.put(line, told.size());
            if (before != null) {
                after.add(before);
            }
        }
        told.add(new Told(fact, after, barrier));
    }

    /** What is told from here on comes after all that was told before. */
    void everythingAfterThis() {
        barrier++;
    }

    List<Object> inAnyOrder(Random random) {
        List<Object> order = new ArrayList<>();
        boolean[] done = new boolean[told.size()];
        for (int era = 0; era <= barrier; era++) {
            List<Integer> waiting = new ArrayList<>();
            for (int i = 0; i < told.size(); i++) {
                if (told.get(i).era() == era) {
                    waiting.add(i);
                }
            }
            while (!waiting.isEmpty()) {
                List<Integer> ready = waiting.stream()
                        .filter(one -> told.get(one).after().stream().allMatch(before -> done[before]))
                        .toList();
                Integer next = ready.get(random.nextInt(ready.size()));
                done[next] = true;
                waiting.remove(next);
                order.add(told.get(next).fact());
            }
        }
        return order;
    }
}
