package dev.earshot.api.call;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.pricing.Terms;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has happened to a call. Every event names both parties, so that who may hear of it is never looked up. */
public sealed interface CallEvent extends CallFact {
    Parties parties();

    Instant at();

    @Revision("1")
    record CallRequested(CallId callId, Parties parties, Media media, PayWith payWith, Terms terms, Instant at)
            implements CallEvent {}

    /**
     * Follows at once on the request of a call that is paid by card.
     *
     * @param payee the provider's name for the listener's account, to which the card's money goes
     */
    @Revision("1")
    record CardChosen(CallId callId, Parties parties, CardId cardId, String payee, Instant at) implements CallEvent {}

    /** Funds and listener are reserved; it rings. */
    @Revision("1")
    record CallAdmitted(CallId callId, Parties parties, long grantedSeconds, Instant at) implements CallEvent {}

    @Revision("1")
    record CallRefused(CallId callId, Parties parties, RefuseReason reason, Instant at) implements CallEvent {}

    @Revision("1")
    record CallAccepted(CallId callId, Parties parties, Instant at) implements CallEvent {}

    @Revision("1")
    record ParticipantJoined(CallId callId, Parties parties, Side side, Instant at) implements CallEvent {}

    /** Both are there: seconds count from {@code at}. */
    @Revision("1")
    record CallConnected(CallId callId, Parties parties, Instant at) implements CallEvent {}

    /** The call may last {@code grantedSeconds} in all. */
    @Revision("1")
    record CallExtended(CallId callId, Parties parties, long grantedSeconds, Instant at) implements CallEvent {}

    /**
     * The call is over as of {@code at}.
     *
     * @param billableSeconds completed seconds since both were connected, never more than were granted
     */
    @Revision("1")
    record CallEnded(CallId callId, Parties parties, EndReason reason, long billableSeconds, Instant at)
            implements CallEvent {}

    @Revision("1")
    record CallRated(CallId callId, Parties parties, int stars, Instant at) implements CallEvent {}
}
