package dev.earshot.query.projection;

import dev.earshot.platform.work.Daemons;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Empties views and sets them back to the beginning of the log, from where they fold it again by themselves. */
@Component
class Rebuilds {
    private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);

    private final Set<String> resetting = ConcurrentHashMap.newKeySet();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Daemons.named("rebuilds-"));

    /** False when this view is being set back already. */
    boolean begin(String name, StreamingEventProcessor processor) {
        if (!resetting.add(name)) {
            return false;
        }
        failed.remove(name);
        worker.execute(() -> reset(name, processor));
        return true;
    }

    boolean isResetting(String name) {
        return resetting.contains(name);
    }

    /** Whether the last attempt could not set the view back; it goes on from where it was. */
    boolean hasFailed(String name) {
        return failed.contains(name);
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    private void reset(String name, StreamingEventProcessor processor) {
        try {
            processor.shutDown();
            processor.resetTokens();
            log.info("{} is rebuilt from the beginning of the log.", name);
        } catch (RuntimeException ownedByAnotherNode) {
            failed.add(name);
            log.error("{} could not be set back; it goes on as it was.", name, ownedByAnotherNode);
        } finally {
            processor.start();
            resetting.remove(name);
        }
    }
}
