package dev.earshot.api.call;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.pricing.Terms;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a call. */
public sealed interface CallCommand {
    @TargetAggregateIdentifier
    CallId callId();

    /** Asks for a call under these terms. Repeating it changes nothing. */
    record RequestCall(CallId callId, Parties parties, Media media, PayWith payWith, Terms terms, Instant at)
            implements CallCommand {}

    /**
     * Asks for a call that this saved card is to pay. Repeating it changes nothing.
     *
     * @param payee the provider's name for the listener's account, to which the card's money goes
     */
    record RequestCallByCard(
            CallId callId, Parties parties, Media media, CardId cardId, String payee, Terms terms, Instant at)
            implements CallCommand {}

    /** Funds are set aside and the listener is reserved: let it ring. */
    record AdmitCall(CallId callId, long grantedSeconds, Instant at) implements CallCommand {}

    record RefuseCall(CallId callId, RefuseReason reason, Instant at) implements CallCommand {}

    /** The callee takes the call; that is also the consent of both to the terms. */
    record AcceptCall(CallId callId, AccountId by, Instant at) implements CallCommand {}

    record DeclineCall(CallId callId, AccountId by, Instant at) implements CallCommand {}

    /** Evidence that a side is in the room; when both are, the call is connected. Repeating it changes nothing. */
    record JoinCall(CallId callId, Side side, Instant at) implements CallCommand {}

    /** A participant says they are there; {@code connected} is evidence as in {@code JoinCall}. Refused when the call is over. */
    record AttendCall(CallId callId, AccountId by, boolean connected, Instant at) implements CallCommand {}

    /** More seconds are granted; a total, so repeating or reordering it changes nothing. */
    record ExtendCall(CallId callId, long grantedSeconds, Instant at) implements CallCommand {}

    /** A participant ends the call, whatever state it is in. */
    record HangUp(CallId callId, AccountId by, Instant at) implements CallCommand {}

    /** The platform ends the call as of {@code at}, which may lie in the past. Harmless when it has ended. */
    record EndCall(CallId callId, EndReason reason, Instant at) implements CallCommand {}

    /**
     * Rates an ended call that had connected, once, by its member. What was written is personal and kept outside the log.
     *
     * @param stars 1 to 5
     */
    record RateCall(CallId callId, AccountId by, int stars, Instant at) implements CallCommand {
        public RateCall {
            if (stars < 1 || stars > 5) {
                throw new IllegalArgumentException("1 to 5 stars are expected, not " + stars);
            }
        }
    }
}
