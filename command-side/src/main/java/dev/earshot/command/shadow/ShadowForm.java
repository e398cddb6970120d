package dev.earshot.command.shadow;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.PriceListId;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.command.price.PriceForm;
import dev.earshot.command.simulation.CandidateForm;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * A shadow plan as it is written in a request: a candidate whose name stands in the path. What is left out is as it really
 * is. Whom it would admit is not asked, for it prices calls that have been.
 */
@Schema(name = "ShadowForm", example = """
        {"prices": {"feeBasisPoints": 1200}, "rateBasisPoints": 10500}""")
record ShadowForm(
        PriceListId priceListId,
        PriceForm prices,
        PlanVersion plan,
        Integer rateBasisPoints,
        List<@NotNull Pocket> burnOrder,
        @Size(max = 1000) Map<ListenerId, @NotNull Integer> listenerBasisPoints) {
    CandidateForm named(String name) {
        return new CandidateForm(
                name, priceListId, prices, plan, rateBasisPoints, null, burnOrder, listenerBasisPoints);
    }
}
