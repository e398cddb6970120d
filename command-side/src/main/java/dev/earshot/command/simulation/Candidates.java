package dev.earshot.command.simulation;

import dev.earshot.api.price.PriceListCommand.AskPriceList;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.SimulationRefusal;
import dev.earshot.command.price.PriceForm;
import dev.earshot.command.pricing.Plans;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Makes candidates of what is asked for, or says why there is none. */
@Component
public class Candidates {
    private final CommandGateway commands;
    private final Plans plans;
    private final AdmissionSettings admission;

    Candidates(CommandGateway commands, Plans plans, AdmissionSettings admission) {
        this.commands = commands;
        this.plans = plans;
        this.admission = admission;
    }

    /** The candidate of this form, where it says nothing as it is at this moment. */
    public Candidate of(CandidateForm form, Instant now) throws Refused {
        PriceList base =
                form.priceListId() == null ? plans.at(now) : commands.sendAndWait(new AskPriceList(form.priceListId()));
        PriceList prices =
                Objects.requireNonNullElse(form.prices(), PriceForm.AS_IN_FORCE).over(base);
        try {
            return new Candidate(
                    form.name(),
                    prices,
                    form.plan() == null ? Set.of() : Set.of(form.plan()),
                    Objects.requireNonNullElse(form.rateBasisPoints(), Candidate.SAME),
                    Objects.requireNonNullElse(form.leastSeconds(), admission.atLeastSeconds()),
                    Objects.requireNonNullElse(form.burnOrder(), List.of()),
                    Objects.requireNonNullElse(form.listenerBasisPoints(), Map.of()));
        } catch (IllegalArgumentException impossible) {
            throw SimulationRefusal.TERMS_IMPOSSIBLE.at("candidates", impossible.getMessage());
        }
    }
}
