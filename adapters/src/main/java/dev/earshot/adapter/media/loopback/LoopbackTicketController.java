package dev.earshot.adapter.media.loopback;

import dev.earshot.adapter.media.loopback.LoopbackTickets.Pass;
import dev.earshot.api.call.CallRefusal;
import dev.earshot.api.id.CallId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Hands out the media ticket of a participant. */
@RestController
@WhenLoopback
class LoopbackTicketController {
    private final LoopbackRooms rooms;
    private final LoopbackTickets tickets;

    LoopbackTicketController(LoopbackRooms rooms, LoopbackTickets tickets) {
        this.rooms = rooms;
        this.tickets = tickets;
    }

    /**
     * The way into the call's room.
     *
     * @param provider who runs the room
     * @param url where the ticket is to be posted
     * @param ticket opaque; for this participant of this call only
     */
    record TicketReply(String provider, String url, String ticket, Instant expiresAt) {}

    /** A ticket for the asking participant, between the call's acceptance and its end. */
    @Operation(summary = "Get the ticket to the room of a call")
    @GetMapping("/v1/calls/{callId}/ticket")
    TicketReply ticket(@PathVariable CallId callId, Caller caller) throws Refused {
        Room room = rooms.of(callId)
                .filter(Room.of(caller.accountId()))
                .orElseThrow(() -> CallRefusal.CALL_UNKNOWN.of("There is no room for a call %s of yours.", callId));
        var ticket = tickets.issue(new Pass(callId, room.sideFor(caller.accountId())));
        String url = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(LoopbackHooks.JOIN)
                .toUriString();
        return new TicketReply("loopback", url, ticket.token(), ticket.expiresAt());
    }
}
