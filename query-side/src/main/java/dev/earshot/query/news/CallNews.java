package dev.earshot.query.news;

import dev.earshot.api.call.CallEvent;
import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallExtended;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.CallEvent.ParticipantJoined;
import dev.earshot.query.call.CallStatus;
import java.util.List;

/** What participants hear of a call. The listener hears from the first ring on, and not how long the member could pay. */
final class CallNews {
    private static final String GRANTED = "grantedSeconds";

    private CallNews() {}

    static void tell(Audience audience) {
        audience.tell(
                CallRequested.class,
                event -> member(event, shape(event, CallStatus.REQUESTED).with("media", event.media())));
        audience.tell(
                CallRefused.class,
                event -> member(event, shape(event, CallStatus.REFUSED).with("reason", event.reason())));
        audience.tell(
                CallAdmitted.class,
                event -> List.of(
                        listener(event, shape(event, CallStatus.RINGING)),
                        member(event, shape(event, CallStatus.RINGING).with(GRANTED, event.grantedSeconds()))
                                .get(0)));
        audience.tell(CallAccepted.class, event -> both(event, shape(event, CallStatus.ACCEPTED)));
        audience.tell(
                ParticipantJoined.class,
                event -> both(event, shape(event, CallStatus.ACCEPTED).with("side", event.side())));
        audience.tell(CallConnected.class, event -> both(event, shape(event, CallStatus.CONNECTED)));
        audience.tell(
                CallExtended.class,
                event -> member(event, shape(event, CallStatus.CONNECTED).with(GRANTED, event.grantedSeconds())));
        audience.tell(
                CallEnded.class,
                event -> both(
                        event,
                        shape(event, CallStatus.ENDED)
                                .with("reason", event.reason())
                                .with("billableSeconds", event.billableSeconds())));
    }

    private static Shape shape(CallEvent event, CallStatus status) {
        return Shape.of(Kind.CALL, event, event.at())
                .with("callId", event.callId())
                .with("status", status)
                .with("memberId", event.parties().memberId())
                .with("listenerId", event.parties().listenerId());
    }

    private static List<Told> member(CallEvent event, Shape shape) {
        return List.of(shape.to(event.parties().memberId()));
    }

    private static Told listener(CallEvent event, Shape shape) {
        return shape.to(event.parties().listenerId().accountId());
    }

    private static List<Told> both(CallEvent event, Shape shape) {
        return List.of(shape.to(event.parties().memberId()), listener(event, shape));
    }
}
