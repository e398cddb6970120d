package dev.earshot.adapter.hook.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.earshot.adapter.hook.HookStatus;
import dev.earshot.api.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What providers have told, for those who look after the money. */
@RestController
@RequestMapping("/v1/admin/payment-events")
@PreAuthorize("hasAnyRole('ADMIN', 'FINANCE')")
class PaymentEventController {
    private final PaymentEventRows rows;
    private final Clock clock;

    PaymentEventController(PaymentEventRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "What payment providers have told, the newest first",
            description =
                    "Dead letters are status=DEAD; changed=true lists events that were told again with another body.")
    Page list(
            @Parameter(example = "sandbox") @RequestParam(defaultValue = "") String provider,
            @RequestParam Optional<HookStatus> status,
            @RequestParam(defaultValue = "false") boolean changed,
            @Parameter(description = "The next of the page before") @RequestParam(defaultValue = "9223372036854775807")
                    long cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return Page.of(rows.newest(provider, status, changed, cursor, limit + 1), limit);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One payment event, with the body as it came, while that is kept")
    Whole whole(@Parameter(example = "17") @PathVariable long id) throws Refused {
        return rows.find(id).orElseThrow(() -> DeskRefusal.PAYMENT_EVENT_UNKNOWN.of("there is no event %d", id));
    }

    @PostMapping("/{id}/redrive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have an event worked off again",
            description =
                    "For those that are dead, unrouted or ignored, once what stood in the way is gone. Unrouted ones are"
                            + " tried again by themselves for some days.")
    void redrive(@Parameter(example = "17") @PathVariable long id) throws Refused {
        Whole told = whole(id);
        if (!rows.redrive(id, clock.instant())) {
            DeskRefusal why = told.event().status() == HookStatus.IGNORED
                    ? DeskRefusal.PAYMENT_EVENT_BODY_REMOVED
                    : DeskRefusal.PAYMENT_EVENT_PROCESSED;
            throw why.of("the event %s cannot be worked off again", told.event().eventId());
        }
    }

    /** A page; {@code next} is the cursor of the one that follows, absent on the last. */
    @Schema(name = "PaymentEventPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Item> items, Long next) {
        static Page of(List<Item> rows, int limit) {
            if (rows.size() <= limit) {
                return new Page(rows, null);
            }
            List<Item> items = rows.subList(0, limit);
            return new Page(items, items.get(limit - 1).id());
        }
    }

    /**
     * A payment event.
     *
     * @param type the provider's word for what happened
     * @param kind ours, empty while unread or of no concern
     * @param payment the provider's name for the payment
     * @param error what stands in the way, or what was refused as already settled; empty if nothing
     * @param deliveries how often it was told
     * @param changed whether it was told again with another body
     * @param nextTryAt when it is tried again by itself; absent if it is not
     */
    @Schema(name = "PaymentEvent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            long id,
            String provider,
            String eventId,
            String type,
            String kind,
            String payment,
            HookStatus status,
            int attempts,
            String error,
            int deliveries,
            boolean changed,
            Instant receivedAt,
            Instant nextTryAt) {}

    /** With the body as it came first, absent once it is removed, and the last one that said something else, if any did. */
    @Schema(name = "PaymentEventWhole")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(@JsonUnwrapped Item event, String body, String changedBody) {}
}
