package dev.earshot.query.price;

import dev.earshot.api.id.PriceListId;
import dev.earshot.api.price.PriceListRefusal;
import dev.earshot.api.price.Schedule.Entry;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.refusal.Refused;
import dev.earshot.query.fold.CatchUp;
import dev.earshot.query.person.StaffNotes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The price lists, for those who answer for them. */
@RestController
@RequestMapping("/v1/admin/price-lists")
@PreAuthorize("hasAnyRole('ADMIN', 'FINANCE')")
class PriceListController {
    private final PriceFacts facts;
    private final StaffNotes notes;
    private final CatchUp catchUp;
    private final Clock clock;

    PriceListController(PriceFacts facts, StaffNotes notes, CatchUp catchUp, Clock clock) {
        this.facts = facts;
        this.notes = notes;
        this.catchUp = catchUp;
        this.clock = clock;
    }

    @Operation(summary = "List the price lists and who put which in force when, the latest drafted first")
    @GetMapping
    PriceListsReply lists() {
        return new PriceListsReply(PriceBook.of(facts.all()).lists(clock.instant()).stream()
                .map(list -> list.withReasons(notes::texts))
                .toList());
    }

    @Operation(
            summary = "Tell which price list is, was or will be in force at a moment",
            description =
                    "Calls are priced by the list in force when they are requested. Without a moment: now. What was in"
                            + " force at a moment that has passed never changes.")
    @GetMapping("/in-force")
    InForceReply inForce(@RequestParam Optional<Instant> at) throws Refused {
        Instant moment = at.orElseGet(clock::instant);
        return PriceBook.of(facts.all())
                .schedule()
                .at(moment)
                .map(entry -> InForceReply.of(entry, moment))
                .orElseThrow(() -> PriceListRefusal.NO_PRICE_LIST_IN_FORCE.of("nothing was in force at %s", moment));
    }

    @Operation(summary = "Tell a price list, what the lab found of it, and when it was put in force")
    @GetMapping("/{priceListId}")
    PriceListReply list(@Parameter(example = "prl_6pk1u0bscz4w") @PathVariable PriceListId priceListId) throws Refused {
        return catchUp.find("price-view", () -> PriceBook.of(facts.all()).list(priceListId, clock.instant()))
                .map(list -> list.withReasons(notes::texts))
                .orElseThrow(() -> PriceListRefusal.PRICE_LIST_UNKNOWN.of("there is no price list %s", priceListId));
    }

    @Schema(name = "PriceLists")
    record PriceListsReply(List<PriceListReply> items) {}

    /**
     * The list in force at a moment.
     *
     * @param at the moment asked for
     * @param from since when it is in force
     */
    @Schema(name = "PriceListInForce")
    record InForceReply(PriceListId priceListId, PriceList prices, Instant from, Instant at) {
        static InForceReply of(Entry entry, Instant at) {
            return new InForceReply(entry.priceListId(), entry.prices(), entry.from(), at);
        }
    }
}
