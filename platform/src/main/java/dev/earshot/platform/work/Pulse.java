package dev.earshot.platform.work;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something over and over on a thread of its own. What fails is told, and done again at the next turn: a schedule would stop at an exception. */
public final class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final ScheduledExecutorService timer;
    private final Runnable work;
    private final String ifItFails;

    /**
     * One that does not beat yet.
     *
     * @param name what its thread is called by
     * @param ifItFails what is told then
     */
    public Pulse(String name, Runnable work, String ifItFails) {
        this.timer = Executors.newSingleThreadScheduledExecutor(Daemons.named(name + "-"));
        this.work = work;
        this.ifItFails = ifItFails;
    }

    /** Begins after {@code first}, and waits {@code between} from the end of each turn to the next. */
    public void begin(Duration first, Duration between) {
        timer.scheduleWithFixedDelay(this::turn, first.toMillis(), between.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** For good. A turn that is under way is interrupted. */
    public void end() {
        timer.shutdownNow();
    }

    private void turn() {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.warn(ifItFails, failure);
        }
    }
}
