package dev.earshot.app.bench;

import dev.earshot.app.bench.calls.CallsBench;
import dev.earshot.app.bench.hooks.HooksBench;
import dev.earshot.app.bench.ledger.LedgerBench;
import dev.earshot.app.bench.measure.Report;
import dev.earshot.app.bench.presence.PresenceBench;
import dev.earshot.app.bench.rebuild.RebuildBench;
import dev.earshot.app.bench.start.StartBench;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs one benchmark by its name, or tells which there are. What follows the name may be anything; of it,
 * {@code -Dbench.name=value} sets that property.
 */
final class Bench {
    private interface Program {
        void run() throws Exception;
    }

    private static final Map<String, Program> PROGRAMS = Map.of(
            "meter",
            MeterBench::run,
            "calls",
            CallsBench::run,
            "presence",
            PresenceBench::run,
            "start",
            StartBench::run,
            "hooks",
            HooksBench::run,
            "rebuild",
            RebuildBench::run,
            "chain",
            ChainBench::run,
            "ledger",
            LedgerBench::run,
            "lab",
            LabBench::run);

    private static final Pattern PROPERTY = Pattern.compile("-D(bench\\.[^=]+)=(.*)");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments.length == 0 ? "" : arguments[0];
        Program program = PROGRAMS.get(name);
        if (program == null) {
            System.err.println("Choose a benchmark with -Dbench=<name>; there are " + PROGRAMS.keySet());
            System.exit(2);
        }
        Arrays.stream(arguments)
                .map(PROPERTY::matcher)
                .filter(Matcher::matches)
                .forEach(property -> System.setProperty(property.group(1), property.group(2)));
        Report.machine();
        program.run();
        System.exit(0);
    }
}
