package dev.earshot.probe;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** What a test sees of the probe's endpoints: how often one was run, and a gate inside the slow one. */
public record Probe(AtomicInteger executions, Semaphore entered, Semaphore mayFinish) {
    public Probe() {
        this(new AtomicInteger(), new Semaphore(0), new Semaphore(0));
    }
}
