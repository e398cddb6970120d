package dev.earshot.adapter.media.loopback;

import dev.earshot.adapter.media.loopback.LoopbackTickets.Pass;
import dev.earshot.api.call.CallCommand.JoinCall;
import dev.earshot.api.call.CallRefusal;
import dev.earshot.api.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of the rooms: the ticket alone says who enters, as with any media server. */
@RestController
@WhenLoopback
class LoopbackHooks {
    static final String JOIN = "/media/loopback/join";
    static final String LEAVE = "/media/loopback/leave";

    private final LoopbackTickets tickets;
    private final LoopbackRooms rooms;
    private final LoopbackSeats seats;
    private final CommandGateway commands;
    private final Clock clock;

    LoopbackHooks(
            LoopbackTickets tickets, LoopbackRooms rooms, LoopbackSeats seats, CommandGateway commands, Clock clock) {
        this.tickets = tickets;
        this.rooms = rooms;
        this.seats = seats;
        this.commands = commands;
        this.clock = clock;
    }

    /** Somebody at the door. */
    record JoinForm(@NotBlank String ticket) {}

    /** Lets the holder of the ticket in; that is evidence of their presence in the call. */
    @Operation(summary = "Enter a room with a ticket")
    @PostMapping(JOIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void join(@Valid @RequestBody JoinForm form) throws Refused {
        Pass pass = tickets.read(form.ticket());
        if (rooms.of(pass.callId()).isEmpty()) {
            throw CallRefusal.CALL_ALREADY_ENDED.of("The call %s is over.", pass.callId());
        }
        seats.take(pass.callId(), pass.side());
        commands.sendAndWait(new JoinCall(pass.callId(), pass.side(), clock.instant()));
    }

    /** Somebody hangs up their end of the wire. It ends no call: the heartbeats tell who is still there. */
    @Operation(summary = "Leave a room")
    @PostMapping(LEAVE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@Valid @RequestBody JoinForm form) throws Refused {
        Pass pass = tickets.read(form.ticket());
        seats.leave(pass.callId(), pass.side());
    }
}
