package dev.earshot.command.simulation;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.PriceListId;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.command.price.PriceForm;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * A candidate as it is written in a request. What is left out is as it really is.
 *
 * @param priceListId a drafted list whose prices it takes; {@code prices} then change those
 * @param prices its own prices
 * @param plan one monetization version for everybody
 * @param rateBasisPoints what listeners' rates are multiplied by; 10 000 leaves them as they are
 * @param leastSeconds the seconds that must be fundable for a call to be admitted
 * @param burnOrder which pockets burn, in order
 * @param listenerBasisPoints what the rates of these listeners are multiplied by besides
 */
@Schema(name = "CandidateForm", example = """
        {"name": "lower fee", "prices": {"feeBasisPoints": 1200}, "rateBasisPoints": 10500}""")
public record CandidateForm(
        @NotBlank @Size(max = 60) String name,
        PriceListId priceListId,
        PriceForm prices,
        PlanVersion plan,
        Integer rateBasisPoints,
        Long leastSeconds,
        List<@NotNull Pocket> burnOrder,
        @Size(max = 1000) Map<ListenerId, @NotNull Integer> listenerBasisPoints) {}
