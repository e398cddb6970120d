package dev.earshot.app.bench.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints figures as Markdown, so that what a run printed can be filed as it is. */
public final class Report {
    private Report() {}

    public static void machine() {
        Runtime runtime = Runtime.getRuntime();
        line(
                "Java %s, %d processors, heap up to %d MB, %s %s",
                Runtime.version(),
                runtime.availableProcessors(),
                runtime.maxMemory() >> 20,
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }

    public static void line(String text, Object... values) {
        System.out.printf(Locale.ROOT, text + "%n", values);
    }

    public static void header(String... titles) {
        line("");
        row((Object[]) titles);
        row(Arrays.stream(titles).map(title -> "---").toArray());
    }

    public static void row(Object... cells) {
        line("%s", Arrays.stream(cells).map(Report::text).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private static String text(Object cell) {
        if (cell instanceof Long || cell instanceof Integer) {
            return String.format(Locale.ROOT, "%,d", ((Number) cell).longValue())
                    .replace(',', ' ');
        }
        return cell instanceof Double figure ? String.format(Locale.ROOT, "%.1f", figure) : String.valueOf(cell);
    }
}
