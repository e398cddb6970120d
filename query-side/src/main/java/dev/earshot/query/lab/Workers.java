package dev.earshot.query.lab;

import dev.earshot.platform.work.Daemons;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * The lab's own threads: few, below whatever serves people, and at rest for a set part of the time. They end when nothing is
 * asked of them.
 */
@Component
class Workers implements Executor {
    private static final int WAITING_FOR_EACH = 8;

    private final ThreadPoolExecutor threads;
    private final int most;
    private final int share;

    Workers(LabSettings settings) {
        int workers = settings.workers();
        most = workers * WAITING_FOR_EACH;
        share = settings.share();
        // Whoever runs waits for room before asking; runs side by side share it, and may work themselves when all is
        // full.
        threads = new ThreadPoolExecutor(
                workers,
                workers,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(most),
                Daemons.named("lab-", Thread.MIN_PRIORITY),
                new ThreadPoolExecutor.CallerRunsPolicy());
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(() -> {
            long begin = System.nanoTime();
            work.run();
            LockSupport.parkNanos((System.nanoTime() - begin) * (100 - share) / share);
        });
    }

    /** How much one run may have waiting. */
    int room() {
        return most;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
