package dev.earshot.query.lab;

import dev.earshot.query.lab.replay.Cancelled;
import dev.earshot.query.lab.replay.Play;
import dev.earshot.query.lab.tally.Tallies;
import dev.earshot.query.lab.tape.Strip;
import dev.earshot.query.lab.tape.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One run: reads strips, hands them to the workers in parcels, and adds up what they come to. */
final class Run {
    private static final int CALLS_IN_A_PARCEL = 256;
    private static final int WORDS = 200;
    private static final long LOOK_MILLIS = 100;

    private final Play play;
    private final int listed;
    private final Executor workers;
    private final Semaphore room;
    private final int places;
    private final Progress progress;
    private final BooleanSupplier cancelled;
    private final long all;
    private final Tallies tallies;

    private List<Strip> parcel = new ArrayList<>();
    private int inParcel;
    private long told;
    private long done;
    private RuntimeException failure;

    Run(Play play, int listed, Workers workers, Progress progress, BooleanSupplier cancelled, long all) {
        this.play = play;
        this.listed = listed;
        this.workers = workers;
        this.places = workers.room();
        this.room = new Semaphore(places);
        this.progress = progress;
        this.cancelled = cancelled;
        this.all = all;
        this.tallies = fresh();
    }

    /** Plays all of the tape and tells its end. */
    long of(Tape tape) {
        long end = read(tape);
        check();
        progress.heard(all, all);
        return end;
    }

    private long read(Tape tape) {
        try {
            long end = tape.read(this::add);
            send();
            return end;
        } finally {
            awaitQuiet();
        }
    }

    /** Until nobody is at work any more, however it ended. */
    private void awaitQuiet() {
        boolean interrupted = false;
        boolean quiet = false;
        while (!quiet) {
            try {
                quiet = room.tryAcquire(places, LOOK_MILLIS, TimeUnit.MILLISECONDS);
                tell();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it came to, once all is played. */
    Tallies tallies() {
        return tallies;
    }

    private void add(Strip strip) {
        Cancelled.check(cancelled);
        parcel.add(strip);
        inParcel += 1 + strip.size();
        if (inParcel >= CALLS_IN_A_PARCEL) {
            send();
            check();
            tell();
        }
    }

    private void send() {
        List<Strip> ready = parcel;
        parcel = new ArrayList<>();
        inParcel = 0;
        room.acquireUninterruptibly();
        workers.execute(() -> {
            try {
                work(ready);
            } finally {
                room.release();
            }
        });
    }

    private void work(List<Strip> strips) {
        try {
            Tallies mine = fresh();
            long calls = 0;
            for (Strip strip : strips) {
                Cancelled.check(cancelled);
                play.of(strip, mine, cancelled);
                calls += strip.size();
            }
            add(mine, calls);
        } catch (RuntimeException broken) {
            fail(broken);
        }
    }

    private synchronized void add(Tallies more, long calls) {
        tallies.add(more);
        done += calls;
    }

    private synchronized void fail(RuntimeException broken) {
        failure = failure == null ? broken : failure;
    }

    private synchronized void check() {
        if (failure != null) {
            throw failure;
        }
    }

    private synchronized long done() {
        return Math.min(done, all);
    }

    private void tell() {
        long now = done();
        if (now - told >= Math.max(1, all / WORDS)) {
            told = now;
            progress.heard(now, all);
        }
    }

    private Tallies fresh() {
        return new Tallies(play.candidates().size(), listed);
    }
}
