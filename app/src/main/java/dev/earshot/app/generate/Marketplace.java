package dev.earshot.app.generate;

import dev.earshot.app.generate.log.LogCopy;
import dev.earshot.app.generate.log.Rows;
import dev.earshot.app.generate.town.Fact;
import dev.earshot.app.generate.town.Town;
import dev.earshot.app.generate.town.Towns;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * All towns, gone through in steps of time: while the facts of one step are written, the towns live through the next. Within
 * a step the facts of all towns are put in the order of time, so the log reads as if they had come to one platform.
 */
final class Marketplace {
    private static final int ROWS_AT_ONCE = 2_000;
    private static final Comparator<Fact> BY_TIME = Comparator.comparing(Fact::at);

    private final Wanted wanted;
    private final Executor threads;
    private final Rows rows;
    private final Progress progress;
    private final List<Town> towns;

    Marketplace(Wanted wanted, Towns founder, Rows rows, Executor threads, Progress progress) {
        this.wanted = wanted;
        this.threads = threads;
        this.rows = rows;
        this.progress = progress;
        towns = IntStream.range(0, wanted.towns())
                .mapToObj(number -> founder.found(
                        31 * wanted.seed() + number, wanted.callsOf(number), wanted.begin(), wanted.end()))
                .toList();
    }

    void writeInto(LogCopy log) throws SQLException {
        CompletableFuture<List<Fact>> next = live(0);
        for (int step = 0; step < wanted.steps(); step++) {
            List<Fact> facts = next.join();
            next = step + 1 < wanted.steps() ? live(step + 1) : CompletableFuture.completedFuture(List.of());
            for (CompletableFuture<byte[]> some : inRows(facts)) {
                log.add(some.join());
            }
            progress.written(facts);
        }
    }

    private CompletableFuture<List<Fact>> live(int step) {
        Instant end = wanted.endOf(step);
        List<CompletableFuture<List<Fact>>> parts = towns.stream()
                .map(town -> CompletableFuture.supplyAsync(() -> town.until(end), threads))
                .toList();
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenApplyAsync(
                        done -> inOrder(
                                parts.stream().map(CompletableFuture::join).toList()),
                        threads);
    }

    /** A stable sort: what one town told stays in its order. */
    private static List<Fact> inOrder(List<List<Fact>> parts) {
        List<Fact> all = new ArrayList<>(parts.stream().mapToInt(List::size).sum());
        parts.forEach(all::addAll);
        all.sort(BY_TIME);
        return all;
    }

    private List<CompletableFuture<byte[]>> inRows(List<Fact> facts) {
        return IntStream.range(0, (facts.size() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE)
                .mapToObj(part -> facts.subList(part * ROWS_AT_ONCE, Math.min(facts.size(), (part + 1) * ROWS_AT_ONCE)))
                .map(some -> CompletableFuture.supplyAsync(() -> rows.of(some), threads))
                .toList();
    }
}
