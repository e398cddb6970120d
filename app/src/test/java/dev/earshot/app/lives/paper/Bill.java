package dev.earshot.app.lives.paper;

import dev.earshot.api.pricing.Pocket;
import java.util.ArrayList;
import java.util.List;

/** The bill of a call, written second by second. */
final class Bill {
    private final List<Line> lines = new ArrayList<>();

    private static final class Line {
        final Stretch stretch;
        long seconds;
        long charged;
        long earned;

        Line(Stretch stretch) {
            this.stretch = stretch;
        }
    }

    /** Every second takes from its lot what the stretch costs more than it did a second ago. */
    void talk(Running call, long seconds) {
        long second = 0;
        for (Stretch stretch : call.stretches) {
            Line line = new Line(stretch);
            for (long i = 0; i < stretch.seconds && second < seconds; i++, second++) {
                line.seconds++;
                long more = stretch.way.cost(line.seconds) - line.charged;
                line.charged += more;
                if (stretch.lot != null) {
                    stretch.lot.balance -= more;
                }
                line.earned = stretch.way.earned(line.seconds);
            }
            if (line.seconds > 0) {
                lines.add(line);
            }
        }
    }

    long earned() {
        return lines.stream().mapToLong(line -> line.earned).sum();
    }

    boolean reached(Pocket pocket) {
        return lines.stream().anyMatch(line -> line.stretch.way.pocket() == pocket);
    }

    @Override
    public String toString() {
        return lines.stream().map(Bill::words).toList().toString();
    }

    private static String words(Line line) {
        Way way = line.stretch.way;
        return "%s/%s %d s: %d %s, earned %d, fee %d"
                .formatted(
                        way.pocket(),
                        line.stretch.lot == null ? "" : line.stretch.lot.name,
                        line.seconds,
                        line.charged,
                        way.unit(),
                        line.earned,
                        way.feeOf(line.charged));
    }
}
