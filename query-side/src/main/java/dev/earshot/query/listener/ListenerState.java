package dev.earshot.query.listener;

import dev.earshot.api.call.CallEvent.CallRated;
import dev.earshot.api.listener.ListenerEvent.ProfilePublished;
import dev.earshot.api.money.Money;
import dev.earshot.api.presence.PresenceEvent.ListenerDisengaged;
import dev.earshot.api.presence.PresenceEvent.ListenerEngaged;
import dev.earshot.query.fold.Folded;
import java.util.List;

/** A listener as profile, presence, calls and ratings have left them; null until there is a profile. */
final class ListenerState extends Folded {
    private static final int HUNDREDTHS = 100;

    final String listenerId;
    List<String> languages;
    List<String> skills;
    Money ratePerMinute;
    boolean live;
    boolean vouchedFor;
    boolean frozen;
    String callId;
    long callsTaken;
    long ratingCount;
    long ratingSum;
    Long published;

    ListenerState(String listenerId) {
        this(listenerId, 0);
    }

    ListenerState(String listenerId, long position) {
        super(position);
        this.listenerId = listenerId;
    }

    void on(ProfilePublished event) {
        languages = event.languages().stream().sorted().toList();
        skills = event.skills().stream().sorted().toList();
        ratePerMinute = event.ratePerMinute();
        published = published == null ? Long.valueOf(position()) : published;
    }

    void wentLive() {
        live = true;
    }

    void wentOffline() {
        live = false;
    }

    void on(ListenerEngaged event) {
        callId = event.callId().value();
    }

    void on(ListenerDisengaged event) {
        if (event.callId().value().equals(callId)) {
            callId = null;
        }
    }

    void left() {
        live = false;
        published = null;
        languages = null;
        skills = null;
        ratePerMinute = null;
    }

    void tookCall() {
        callsTaken++;
    }

    void on(CallRated event) {
        ratingCount++;
        ratingSum += event.stars();
    }

    /** Whoever cannot be paid is offered to nobody who pays by card. */
    boolean takesCards() {
        return vouchedFor && !frozen;
    }

    ListenerStatus status() {
        if (callId != null) {
            return ListenerStatus.BUSY;
        }
        return live ? ListenerStatus.LIVE : ListenerStatus.OFFLINE;
    }

    /** The average in hundredths of a star, rounded half up; 0 when nobody has rated. */
    long ratingHundredths() {
        return ratingCount == 0 ? 0 : (2 * HUNDREDTHS * ratingSum + ratingCount) / (2 * ratingCount);
    }
}
