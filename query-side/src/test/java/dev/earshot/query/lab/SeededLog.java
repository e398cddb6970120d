package dev.earshot.query.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the log tells of seeded lives, for tests of other packages. */
public final class SeededLog {
    /** When they begin; all is over within two days. */
    public static final Instant START = SeededLife.START;

    private SeededLog() {}

    /** The facts of so many members, one life behind the other; {@code suffix} is in all their ids. */
    public static List<Object> log(String suffix, int members) {
        List<Object> log = new ArrayList<>();
        for (int seed = 0; seed < members; seed++) {
            SeededLife life = new SeededLife(suffix, seed);
            log.addAll(new NaiveLife(life.member, new Worlds.Real(life))
                    .live(life.wishes)
                    .log());
        }
        return log;
    }
}
