package dev.earshot.adapter.media.loopback;

import dev.earshot.api.call.Parties;
import dev.earshot.api.call.Side;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.refusal.Refused;
import java.util.function.Predicate;

/**
 * The room of a call that is not over.
 *
 * @param open whether the call was accepted, so that the two may enter
 */
record Room(CallId callId, Parties parties, boolean open) {
    /** The side on which this account may enter. Refuses those who may not, or not yet. */
    Side sideFor(AccountId account) throws Refused {
        if (!open) {
            throw TicketRefusal.CALL_NOT_ACCEPTED.of("The call %s is not accepted yet; ask again once it is.", callId);
        }
        return parties.sideOf(account);
    }

    static Predicate<Room> of(AccountId account) {
        return room -> room.parties.include(account);
    }
}
