package dev.earshot.command.call;

import dev.earshot.api.call.CallCommand.RateCall;
import dev.earshot.api.id.CallId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.command.Together;
import dev.earshot.platform.people.Sealing;
import dev.earshot.platform.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes ratings: the stars go to the log in clear, the comment sealed, for it is its author's. */
@RestController
class RatingController {
    private final Together together;
    private final Sealing sealing;
    private final Clock clock;

    RatingController(Together together, Sealing sealing, Clock clock) {
        this.together = together;
        this.sealing = sealing;
        this.clock = clock;
    }

    @PostMapping("/v1/calls/{callId}/rating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Rate an ended call, once; only its member may")
    void rate(
            @Parameter(example = "call_6pk1u0bscz4w") @PathVariable CallId callId,
            @Valid @RequestBody Form form,
            Caller caller)
            throws Refused {
        var stars = new RateCall(callId, caller.accountId(), form.stars(), clock.instant());
        if (form.comment().isEmpty()) {
            together.send(stars, Together.NOTHING);
            return;
        }
        var comment = Map.of("comment", form.comment());
        together.send(stars, sealing.keeping(caller.accountId(), callId.value(), comment, clock.instant()));
    }

    /**
     * A rating.
     *
     * @param comment optional
     */
    @Schema(name = "RatingForm", example = """
            {"stars": 5, "comment": "She listened."}""")
    record Form(@Min(1) @Max(5) int stars, @Size(max = 1000) String comment) {
        Form {
            comment = Objects.requireNonNullElse(comment, "");
        }
    }
}
