package dev.earshot.command.call;

import dev.earshot.api.call.CallCommand.RateCall;
import dev.earshot.api.id.CallId;
import dev.earshot.platform.people.PersonalTexts;
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
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes ratings: the stars go to the log, the comment does not. */
@RestController
class RatingController {
    private final CommandGateway commands;
    private final PersonalTexts texts;
    private final Clock clock;

    RatingController(CommandGateway commands, PersonalTexts texts, Clock clock) {
        this.commands = commands;
        this.texts = texts;
        this.clock = clock;
    }

    /** The command comes last: a refusal takes the comment with it, and nothing can fail after it. */
    @PostMapping("/v1/calls/{callId}/rating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(summary = "Rate an ended call, once; only its member may")
    void rate(
            @Parameter(example = "call_6pk1u0bscz4w") @PathVariable CallId callId,
            @Valid @RequestBody Form form,
            Caller caller) {
        texts.put(callId.value(), Map.of("comment", form.comment()));
        commands.sendAndWait(new RateCall(callId, caller.accountId(), form.stars(), clock.instant()));
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
