package dev.earshot.command.price;

import dev.earshot.api.id.PriceListId;
import dev.earshot.api.price.PriceListCommand.DraftPriceList;
import dev.earshot.api.price.PriceListCommand.PublishPriceList;
import dev.earshot.api.price.PriceListCommand.PublishRegardless;
import dev.earshot.api.price.PriceListCommand.WithdrawPriceList;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.refusal.Refused;
import dev.earshot.command.pricing.Plans;
import dev.earshot.platform.command.Together;
import dev.earshot.platform.log.head.LogHead;
import dev.earshot.platform.people.Notes;
import dev.earshot.platform.people.Notes.Note;
import dev.earshot.platform.web.Caller;
import dev.earshot.platform.web.Intent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Drafts price lists and puts them in force. */
@RestController
@RequestMapping(PriceListController.PATH)
@PreAuthorize("hasRole('ADMIN')")
class PriceListController {
    static final String PATH = "/v1/admin/price-lists";

    private final CommandGateway commands;
    private final Together together;
    private final Notes notes;
    private final Plans plans;
    private final LogHead head;
    private final Clock clock;

    PriceListController(
            CommandGateway commands, Together together, Notes notes, Plans plans, LogHead head, Clock clock) {
        this.commands = commands;
        this.together = together;
        this.notes = notes;
        this.plans = plans;
        this.head = head;
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            summary = "Draft a price list; what is left out is as in the list in force",
            description = "Changes no price until it is published.")
    ResponseEntity<DraftReply> draft(@Valid @RequestBody DraftForm form, Caller caller, Intent intent) throws Refused {
        var id = new PriceListId(PriceListId.PREFIX + intent.suffix());
        Instant now = clock.instant();
        PriceList prices = form.prices().over(plans.at(now), Place.REQUEST.in("prices"));
        commands.sendAndWait(new DraftPriceList(id, form.name(), prices, caller.accountId(), now));
        return ResponseEntity.created(URI.create(PATH + "/" + id)).body(new DraftReply(id));
    }

    @PostMapping("/{priceListId}/publish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Put a price list in force for calls requested from then on",
            description =
                    "Refused unless its last simulation on everybody's calls is recent, valid and within the limits"
                            + " of the guardrail. Without a moment it is in force as soon as every node can know of it.")
    void publish(
            @Parameter(example = "prl_6pk1u0bscz4w") @PathVariable PriceListId priceListId,
            @Valid @RequestBody PublicationForm form,
            Caller caller) {
        Instant now = clock.instant();
        commands.sendAndWait(
                new PublishPriceList(priceListId, form.fromOr(now), head.position(), caller.accountId(), now));
    }

    @PostMapping("/{priceListId}/publish-regardless")
    @PreAuthorize("hasRole('SUPERADMIN')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Put a price list in force whatever its simulation says",
            description = "The reason is kept for ever, sealed: it must not name or describe a person.")
    void publishRegardless(
            @Parameter(example = "prl_6pk1u0bscz4w") @PathVariable PriceListId priceListId,
            @Valid @RequestBody OverrideForm form,
            Caller caller)
            throws Refused {
        Instant now = clock.instant();
        Instant from = new PublicationForm(form.from()).fromOr(now);
        Note reason = notes.about(priceListId.value(), Optional.empty(), form.reason(), now);
        together.send(
                new PublishRegardless(
                        priceListId, from, head.position(), reason.id().value(), caller.accountId(), now),
                reason.wish());
    }

    @PostMapping("/{priceListId}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take back a publication that has not come into force yet")
    void withdraw(@Parameter(example = "prl_6pk1u0bscz4w") @PathVariable PriceListId priceListId, Caller caller) {
        commands.sendAndWait(new WithdrawPriceList(priceListId, caller.accountId(), clock.instant()));
    }

    @Schema(name = "PriceListForm", example = """
            {"name": "Spring", "prices": {"feeBasisPoints": 1400}}""")
    record DraftForm(
            @NotBlank @Size(max = 60) String name, @NotNull PriceForm prices) {}

    @Schema(name = "PriceListReply", example = """
            {"priceListId": "prl_6pk1u0bscz4w"}""")
    record DraftReply(PriceListId priceListId) {}

    /**
     * When a list is to come into force.
     *
     * @param from at once if absent
     */
    @Schema(name = "PublicationForm", example = """
            {"from": "2030-01-01T00:00:00Z"}""")
    record PublicationForm(Instant from) {
        Instant fromOr(Instant now) {
            return from == null ? now : from;
        }
    }

    /**
     * When a list is to come into force, and why against the guardrail.
     *
     * @param from at once if absent
     */
    @Schema(name = "OverrideForm", example = """
            {"reason": "The token's value follows a change of currency.", "from": "2030-01-01T00:00:00Z"}""")
    record OverrideForm(@NotBlank @Size(max = 500) String reason, Instant from) {}
}
