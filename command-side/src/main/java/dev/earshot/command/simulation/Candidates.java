package dev.earshot.command.simulation;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.price.PriceListCommand.AskPriceList;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.SimulationRefusal;
import dev.earshot.command.price.Place;
import dev.earshot.command.price.PriceForm;
import dev.earshot.command.pricing.Plans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Makes candidates of what is asked for, or says why there is none. */
@Component
public class Candidates {
    private final CommandGateway commands;
    private final Plans plans;
    private final AdmissionSettings admission;
    private final KnownListeners listeners;

    Candidates(CommandGateway commands, Plans plans, AdmissionSettings admission, KnownListeners listeners) {
        this.commands = commands;
        this.plans = plans;
        this.admission = admission;
        this.listeners = listeners;
    }

    /** The candidates of these forms, which stand in a list at this place of the request. */
    List<Candidate> of(List<CandidateForm> forms, Place place, Instant now) throws Refused {
        List<Candidate> candidates = new ArrayList<>();
        for (CandidateForm form : forms) {
            candidates.add(of(form, place.at(candidates.size()), now));
        }
        return candidates;
    }

    /**
     * The candidate of this form, where it says nothing as it is at this moment.
     *
     * @param place where it stands in the request
     */
    public Candidate of(CandidateForm form, Place place, Instant now) throws Refused {
        PriceList base =
                form.priceListId() == null ? plans.at(now) : commands.sendAndWait(new AskPriceList(form.priceListId()));
        PriceList prices =
                Objects.requireNonNullElse(form.prices(), PriceForm.AS_IN_FORCE).over(base, place.in("prices"));
        Candidate candidate = of(form, prices, place);
        listeners.refuseUnlessKnown(candidate.listenerBasisPoints().keySet(), place.in("listenerBasisPoints"));
        return candidate;
    }

    /** One field after the other: the first that makes it impossible is the one to blame. */
    private Candidate of(CandidateForm form, PriceList prices, Place place) throws Refused {
        Set<PlanVersion> plan = form.plan() == null ? Set.of() : Set.of(form.plan());
        int rate = Objects.requireNonNullElse(form.rateBasisPoints(), Candidate.SAME);
        long least = Objects.requireNonNullElse(form.leastSeconds(), admission.atLeastSeconds());
        List<Pocket> order = Objects.requireNonNullElse(form.burnOrder(), List.of());
        Map<ListenerId, Integer> rates = Objects.requireNonNullElse(form.listenerBasisPoints(), Map.of());
        String name = form.name();
        possible(place.in("rateBasisPoints"), () -> new Candidate(name, prices, plan, rate, 1, List.of(), Map.of()));
        possible(place.in("leastSeconds"), () -> new Candidate(name, prices, plan, rate, least, List.of(), Map.of()));
        possible(place.in("burnOrder"), () -> new Candidate(name, prices, plan, rate, least, order, Map.of()));
        return possible(
                place.in("listenerBasisPoints"), () -> new Candidate(name, prices, plan, rate, least, order, rates));
    }

    private static Candidate possible(Place place, Supplier<Candidate> made) throws Refused {
        return place.possible(SimulationRefusal.TERMS_IMPOSSIBLE, made);
    }
}
