package dev.earshot.app.demo;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Tells what happens, in lines of at most 100 columns, each with the time since the market opened. */
final class Narrator {
    private static final int WIDTH = 96;

    private final PrintStream out;
    private final long openedAt = System.nanoTime();

    Narrator(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        print("");
        print(" " + title);
        print(" " + "─".repeat(WIDTH));
    }

    /** Something that happened just now. */
    void tell(String text, Object... values) {
        Duration since = Duration.ofNanos(System.nanoTime() - openedAt);
        String time = String.format(
                Locale.ROOT, "%02d:%02d.%03d", since.toMinutes(), since.toSecondsPart(), since.toMillisPart());
        print("  " + time + "  " + String.format(Locale.ROOT, text, values));
    }

    /** Something that is so. */
    void note(String text, Object... values) {
        print("  " + String.format(Locale.ROOT, text, values));
    }

    /** An amount in cents as people write it. */
    static String usd(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private synchronized void print(String line) {
        out.println(line);
        out.flush();
    }
}
