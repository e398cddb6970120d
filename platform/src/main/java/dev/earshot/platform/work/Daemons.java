package dev.earshot.platform.work;

import java.util.concurrent.ThreadFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Makes threads that keep no process alive. */
public final class Daemons {
    private Daemons() {}

    /** Threads that are called by this name and a number. */
    public static ThreadFactory named(String prefix) {
        return named(prefix, Thread.NORM_PRIORITY);
    }

    /** The same at this priority. */
    public static ThreadFactory named(String prefix, int priority) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
        threads.setDaemon(true);
        threads.setThreadPriority(priority);
        return threads;
    }
}
