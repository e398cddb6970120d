package dev.earshot.platform.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What a test sees of the probe's endpoints: how often one was run, and a gate inside the slow one. */
@Component
record Probe(AtomicInteger executions, Semaphore entered, Semaphore mayFinish) {
    Probe() {
        this(new AtomicInteger(), new Semaphore(0), new Semaphore(0));
    }
}
