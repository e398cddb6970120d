package dev.earshot.query.price;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.id.PriceListId;
import dev.earshot.api.price.Breach;
import dev.earshot.api.price.Trial;
import dev.earshot.api.pricing.PriceList;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A price list of the house.
 *
 * @param status how it stands at the moment asked for
 * @param draftedBy who wrote it down; absent from the settings' own
 * @param trial what the lab found of it last; absent if it was never tried
 * @param publications when it was put in force, by whom, the oldest first
 */
@Schema(name = "PriceListState")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PriceListReply(
        PriceListId priceListId,
        String name,
        PriceList prices,
        Status status,
        String draftedBy,
        Instant draftedAt,
        Trial trial,
        List<Publication> publications) {
    PriceListReply {
        publications = List.copyOf(publications);
    }

    /** The same with the words of those who decided against the guardrail, which facts have the names of alone. */
    PriceListReply withReasons(Function<Collection<String>, Map<String, String>> texts) {
        Map<String, String> reasons = texts.apply(publications.stream()
                .map(Publication::override)
                .filter(Objects::nonNull)
                .map(Override::reason)
                .toList());
        return new PriceListReply(
                priceListId,
                name,
                prices,
                status,
                draftedBy,
                draftedAt,
                trial,
                publications.stream()
                        .map(publication -> publication.withReason(reasons))
                        .toList());
    }

    /** How a list stands. */
    @Schema(name = "PriceListStatus")
    enum Status {
        DRAFT,
        /** It comes into force later. */
        SCHEDULED,
        IN_FORCE,
        /** It was in force before. */
        FORMER
    }

    /**
     * A decision to put a list in force.
     *
     * @param from since when it is, or is to be, in force
     * @param by who decided; absent from the settings' own
     * @param override why it was decided against the guardrail; absent if it was not
     * @param withdrawnAt when it was taken back before it came to that; absent if it was not
     */
    @Schema(name = "PriceListPublication")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Publication(Instant from, String by, Instant at, Override override, Instant withdrawnAt) {
        private Publication withReason(Map<String, String> reasons) {
            return override == null ? this : new Publication(from, by, at, override.with(reasons), withdrawnAt);
        }

        /** This publication, taken back if it is the one that begins then. */
        Publication withdrawn(Instant beginning, Instant when) {
            return from.equals(beginning) && withdrawnAt == null ? new Publication(from, by, at, override, when) : this;
        }
    }

    /** A superadmin's word. */
    @Schema(name = "GuardrailOverride")
    record Override(List<Breach> breaches, String reason) {
        private Override with(Map<String, String> reasons) {
            return new Override(breaches, reasons.get(reason));
        }
    }
}
