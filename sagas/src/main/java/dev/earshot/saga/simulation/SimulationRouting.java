package dev.earshot.saga.simulation;

import dev.earshot.api.price.PriceListCommand.NoteTrial;
import dev.earshot.api.price.Trial;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.simulation.Outcome;
import dev.earshot.api.simulation.SimulationEvent.SimulationCompleted;
import dev.earshot.platform.command.FollowUps;
import dev.earshot.saga.BillingSettings;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Tells the book of price lists of every trial that says something about one: a candidate that is a price list and nothing
 * else, tried on everybody's calls. The book keeps the last trial of each, however often and in whatever order it is told.
 */
@Component
@ProcessingGroup("simulation-routing")
@DisallowReplay
class SimulationRouting {
    private final FollowUps followUps;
    private final BillingSettings billing;

    SimulationRouting(FollowUps followUps, BillingSettings billing) {
        this.followUps = followUps;
        this.billing = billing;
    }

    @EventHandler
    void on(SimulationCompleted fact) {
        if (!fact.cohort().isEverybody()) {
            return;
        }
        for (Outcome outcome : fact.outcomes()) {
            PriceList prices = outcome.candidate().prices();
            if (outcome.candidate().isOnly(prices, billing.atLeastSeconds())) {
                var trial = new Trial(
                        fact.simulationId(),
                        fact.valid(),
                        outcome.calls(),
                        fact.logPosition(),
                        outcome.variance(),
                        fact.at());
                followUps.send(new NoteTrial(prices, trial, fact.at()));
            }
        }
    }
}
