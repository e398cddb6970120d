package dev.earshot.platform.log.head;

import org.axonframework.eventhandling.DomainEventMessage;

/** Hears of every event of an aggregate that is appended, by whichever node, as soon as this node sees it. */
@FunctionalInterface
public interface LogWatcher {
    /** Must be quick and must not fail: everybody who reads the log's head waits for it. */
    void appended(DomainEventMessage<?> event);
}
