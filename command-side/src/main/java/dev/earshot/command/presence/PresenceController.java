package dev.earshot.command.presence;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.listener.ListenerCommand.QuoteRate;
import dev.earshot.api.presence.PresenceCommand.BlockMember;
import dev.earshot.api.presence.PresenceCommand.GoLive;
import dev.earshot.api.presence.PresenceCommand.GoOffline;
import dev.earshot.api.presence.PresenceCommand.UnblockMember;
import dev.earshot.api.presence.PresenceRefusal;
import dev.earshot.api.refusal.Refused;
import dev.earshot.command.lease.Leases;
import dev.earshot.platform.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what listeners say about whether, and by whom, they can be called. */
@RestController
@RequestMapping("/v1/listeners/me")
@PreAuthorize("hasRole('LISTENER')")
class PresenceController {
    private final CommandGateway commands;
    private final Leases leases;
    private final Clock clock;

    PresenceController(CommandGateway commands, Leases presenceLeases, Clock clock) {
        this.commands = commands;
        this.leases = presenceLeases;
        this.clock = clock;
    }

    @PutMapping("/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Go live or offline; repeating it changes nothing",
            description = "Live needs a published profile and a heartbeat every 60 seconds. A running call goes on.")
    void set(@Valid @RequestBody Form form, Caller caller) throws Refused {
        switch (form.status()) {
            case LIVE -> goLive(caller.listenerId());
            case OFFLINE -> commands.sendAndWait(new GoOffline(presenceOf(caller), clock.instant()));
        }
    }

    @PostMapping("/presence/heartbeat")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say that one is still there", description = "LISTENER_NOT_LIVE tells to go live again.")
    void beat(Caller caller) throws Refused {
        if (!leases.beat(PresenceLeases.leaseOf(presenceOf(caller)), clock.instant())) {
            throw PresenceRefusal.LISTENER_NOT_LIVE.of("go live first; a heartbeat only keeps a live listener live");
        }
    }

    @PutMapping("/blocks/{accountId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take no more calls of a member, who hears no more than that the call was refused")
    void block(@Parameter(example = "acc_7f3kq2v9x1") @PathVariable AccountId accountId, Caller caller) {
        commands.sendAndWait(new BlockMember(presenceOf(caller), accountId, clock.instant()));
    }

    @DeleteMapping("/blocks/{accountId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take calls of a member again")
    void unblock(@Parameter(example = "acc_7f3kq2v9x1") @PathVariable AccountId accountId, Caller caller) {
        commands.sendAndWait(new UnblockMember(presenceOf(caller), accountId, clock.instant()));
    }

    private void goLive(ListenerId listenerId) throws Refused {
        try {
            commands.sendAndWait(new QuoteRate(listenerId));
        } catch (AggregateNotFoundException neverPublished) {
            throw PresenceRefusal.PROFILE_REQUIRED.of("publish a profile before going live");
        }
        commands.sendAndWait(new GoLive(PresenceId.of(listenerId), clock.instant()));
    }

    private static PresenceId presenceOf(Caller caller) {
        return PresenceId.of(caller.listenerId());
    }

    /** Whether one can be called. */
    enum Status {
        LIVE,
        OFFLINE
    }

    @Schema(name = "PresenceForm", example = """
            {"status": "LIVE"}""")
    record Form(@NotNull Status status) {}
}
