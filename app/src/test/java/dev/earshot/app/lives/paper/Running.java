package dev.earshot.app.lives.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A call for which seconds are set aside. */
final class Running {
    final String name;
    final String listener;
    final List<Way> ways;
    final Instant since;
    final List<Stretch> stretches = new ArrayList<>();
    boolean graced;
    long starvingFor;

    Running(String name, String listener, List<Way> ways, Instant since) {
        this.name = name;
        this.listener = listener;
        this.ways = ways;
        this.since = since;
    }

    long seconds() {
        return stretches.stream().mapToLong(stretch -> stretch.seconds).sum();
    }

    /** What is set aside in a lot, but for one stretch. */
    long held(Lot lot, Stretch except) {
        return stretches.stream()
                .filter(stretch -> stretch.lot == lot && stretch != except)
                .mapToLong(Stretch::cost)
                .sum();
    }

    /** The stretch that a further second would lengthen: the last one if it is of this kind, else a new one. */
    Stretch next(Way way, Lot lot) {
        Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
        return last != null && last.lot == lot && last.way.equals(way) ? last : new Stretch(way, lot);
    }

    void lengthen(Stretch stretch) {
        if (stretch.seconds == 0) {
            stretches.add(stretch);
        }
        stretch.seconds++;
    }

    String words() {
        return stretches.stream()
                .map(stretch -> "%s/%s %d s"
                        .formatted(stretch.way.pocket(), stretch.lot == null ? "" : stretch.lot.name, stretch.seconds))
                .toList()
                .toString();
    }
}
