package dev.earshot.query.lab.tally;

import dev.earshot.query.lab.result.CallCounts;
import dev.earshot.query.lab.result.CutOff;
import dev.earshot.query.lab.tally.Tally.Fate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What would have become of calls: how many of each fate, and the first of those whose end a candidate changes. */
final class Endings {
    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    private final First<CutOff> cutOff;
    private final First<CutOff> refused;

    /** @param listed how many of a kind are named */
    Endings(int listed) {
        cutOff = new First<>(listed, Comparator.comparingLong(CutOff::position));
        refused = new First<>(listed, Comparator.comparingLong(CutOff::position));
    }

    void add(Fate fate, CutOff ending) {
        fates.merge(fate, 1L, Long::sum);
        if (fate == Fate.CUT_OFF) {
            cutOff.add(ending);
        } else if (fate == Fate.REFUSED) {
            refused.add(ending);
        }
    }

    void add(Endings more) {
        more.fates.forEach((fate, count) -> fates.merge(fate, count, Long::sum));
        cutOff.addAll(more.cutOff);
        refused.addAll(more.refused);
    }

    CallCounts counts() {
        return new CallCounts(
                fates.values().stream().mapToLong(Long::longValue).sum(),
                count(Fate.SAME),
                count(Fate.CUT_OFF),
                count(Fate.REFUSED),
                count(Fate.WOULD_TALK_ON),
                count(Fate.WOULD_BE_ADMITTED));
    }

    List<CutOff> cutOff() {
        return cutOff.list();
    }

    List<CutOff> refused() {
        return refused.list();
    }

    private long count(Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }
}
