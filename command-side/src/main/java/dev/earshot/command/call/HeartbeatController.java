package dev.earshot.command.call;

import dev.earshot.api.call.CallCommand.AttendCall;
import dev.earshot.api.id.CallId;
import dev.earshot.command.lease.Leases;
import dev.earshot.platform.web.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the beats of both sides of a call. Between connection and end they touch neither the log nor the database. */
@RestController
class HeartbeatController {
    private final CommandGateway commands;
    private final Leases leases;
    private final MeterRegistry meters;
    private final Clock clock;

    HeartbeatController(CommandGateway commands, Leases callLeases, MeterRegistry meters, Clock clock) {
        this.commands = commands;
        this.leases = callLeases;
        this.meters = meters;
        this.clock = clock;
    }

    @PostMapping("/v1/calls/{callId}/heartbeat")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Say every 10 seconds that one is in the call",
            description =
                    "The first beats of both with \"connected\": true connect the call. A side that has lost its media"
                            + " says false; after two beats without true the call ends as of the last one.")
    void beat(
            @Parameter(example = "call_6pk1u0bscz4w") @PathVariable CallId callId,
            @Valid @RequestBody Form form,
            Caller caller) {
        Instant now = clock.instant();
        meters.counter("call.beats", "quality", form.quality().name()).increment();
        boolean renewed = form.connected() && leases.beat(CallLeases.leaseOf(callId, caller.accountId()), now);
        if (!renewed) {
            commands.sendAndWait(new AttendCall(callId, caller.accountId(), form.connected(), now));
        }
    }

    /** How the line is, as the client hears it. */
    enum Quality {
        GOOD,
        FAIR,
        POOR,
        UNKNOWN
    }

    @Schema(name = "CallBeat", example = """
            {"connected": true, "quality": "GOOD"}""")
    record Form(boolean connected, @NotNull Quality quality) {}
}
