package dev.earshot.platform.watch;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Down while any processor is stopped or fails at its batch: what this node answers would grow older and older. */
@Component
class ProcessorsHealthIndicator extends AbstractHealthIndicator {
    private static final String FAILING = "failing, and trying again";

    private final EventProcessingConfiguration processing;
    private final Faults faults;

    ProcessorsHealthIndicator(EventProcessingConfiguration processing, Faults faults) {
        this.processing = processing;
        this.faults = faults;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        processing.eventProcessors().forEach((name, processor) -> {
            String state = stateOf(name, processor);
            health.withDetail(name, state);
            if (!state.equals("running")) {
                health.down();
            }
        });
    }

    private String stateOf(String name, EventProcessor processor) {
        if (!processor.isRunning()) {
            return "stopped";
        }
        return faults.reasonOf(name)
                .map(reason -> FAILING + ": " + reason)
                .orElse(processor.isError() ? FAILING : "running");
    }
}
