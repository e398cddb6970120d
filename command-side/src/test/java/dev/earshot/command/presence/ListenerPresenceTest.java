package dev.earshot.command.presence;

import static dev.earshot.command.presence.PresenceStory.ANN;
import static dev.earshot.command.presence.PresenceStory.LEA;
import static dev.earshot.command.presence.PresenceStory.NOON;
import static dev.earshot.command.presence.PresenceStory.block;
import static dev.earshot.command.presence.PresenceStory.call;
import static dev.earshot.command.presence.PresenceStory.declined;
import static dev.earshot.command.presence.PresenceStory.disengage;
import static dev.earshot.command.presence.PresenceStory.engage;
import static dev.earshot.command.presence.PresenceStory.engaged;
import static dev.earshot.command.presence.PresenceStory.given;
import static dev.earshot.command.presence.PresenceStory.goLive;
import static dev.earshot.command.presence.PresenceStory.goOffline;
import static dev.earshot.command.presence.PresenceStory.lapse;
import static dev.earshot.command.presence.PresenceStory.unblock;

import dev.earshot.api.presence.EngagementDecline;
import dev.earshot.api.presence.PresenceEvent.ListenerDisengaged;
import dev.earshot.api.presence.PresenceEvent.ListenerLapsed;
import dev.earshot.api.presence.PresenceEvent.ListenerWentLive;
import dev.earshot.api.presence.PresenceEvent.ListenerWentOffline;
import dev.earshot.api.presence.PresenceEvent.MemberBlocked;
import dev.earshot.api.presence.PresenceEvent.MemberUnblocked;
import dev.earshot.command.Live;
import dev.earshot.command.Snapshots;
import org.junit.jupiter.api.Test;

class ListenerPresenceTest {
    @Test
    void tells_transitions_only() {
        given().when(goLive()).expectEvents(new ListenerWentLive(LEA, NOON));
        given(goLive()).when(goLive()).expectNoEvents();
        given(goLive()).when(goOffline()).expectEvents(new ListenerWentOffline(LEA, NOON));
        given(goLive(), goOffline()).when(goOffline()).expectNoEvents();
        given(goLive()).when(lapse()).expectEvents(new ListenerLapsed(LEA, NOON));
        given(goLive(), goOffline()).when(lapse()).expectNoEvents();
    }

    @Test
    void going_offline_without_ever_having_been_live_is_no_news() {
        given().when(goOffline()).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void is_engaged_by_one_call_at_a_time() {
        given(goLive()).when(engage("c")).expectEvents(engaged("c"));
        given(goLive(), engage("c")).when(engage("c")).expectNoEvents();
        given(goLive(), engage("c")).when(engage("d")).expectEvents(declined("d", EngagementDecline.LISTENER_BUSY));
        given(goLive(), engage("c"), disengage("c")).when(engage("d")).expectEvents(engaged("d"));
    }

    @Test
    void whoever_never_was_live_is_declined_as_offline() {
        given().when(engage("c")).expectEvents(declined("c", EngagementDecline.LISTENER_OFFLINE));
    }

    @Test
    void a_declined_call_stays_declined() {
        given(goLive(), engage("c"), engage("d"), disengage("c"))
                .when(engage("d"))
                .expectNoEvents();
        given(goLive(), engage("c"), engage("d")).when(disengage("d")).expectNoEvents();
    }

    @Test
    void an_engagement_that_has_ended_never_begins_again() {
        given(goLive(), engage("c")).when(disengage("c")).expectEvents(new ListenerDisengaged(LEA, call("c"), NOON));
        given(goLive(), engage("c"), disengage("c")).when(disengage("c")).expectNoEvents();
        given(goLive(), engage("c"), disengage("c")).when(engage("c")).expectNoEvents();
    }

    @Test
    void an_engagement_that_comes_after_its_own_end_is_declined_for_good() {
        given(goLive()).when(disengage("c")).expectEvents(declined("c", EngagementDecline.CALL_OVER));
        given(goLive(), disengage("c")).when(engage("c")).expectNoEvents();
    }

    @Test
    void whoever_goes_or_lapses_during_a_call_is_not_live_after_it() {
        given(goLive(), engage("c"), goOffline(), disengage("c"))
                .when(engage("d"))
                .expectEvents(declined("d", EngagementDecline.LISTENER_OFFLINE));
        given(goLive(), engage("c"), lapse(), disengage("c"))
                .when(engage("d"))
                .expectEvents(declined("d", EngagementDecline.LISTENER_OFFLINE));
    }

    @Test
    void whoever_comes_back_during_a_call_is_still_on_it() {
        given(goLive(), engage("c"), lapse(), goLive())
                .when(engage("d"))
                .expectEvents(declined("d", EngagementDecline.LISTENER_BUSY));
    }

    @Test
    void a_blocked_member_is_declined_even_by_a_listener_who_is_busy_or_away() {
        given(block(), goLive()).when(engage("c")).expectEvents(declined("c", EngagementDecline.CALLER_BLOCKED));
        given(block()).when(engage("c")).expectEvents(declined("c", EngagementDecline.CALLER_BLOCKED));
        given(block(), unblock(), goLive()).when(engage("c")).expectEvents(engaged("c"));
    }

    @Test
    void blocks_and_unblocks_once() {
        given().when(block()).expectEvents(new MemberBlocked(LEA, ANN, NOON));
        given(block()).when(block()).expectNoEvents();
        given(block()).when(unblock()).expectEvents(new MemberUnblocked(LEA, ANN, NOON));
        given().when(unblock()).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void a_snapshot_keeps_everything() {
        Live<ListenerPresence> presence = new Live<>(ListenerPresence.class, new ListenerPresence());
        given(goLive(), block(), engage("c"), unblock(), engage("d"), engage("e"), disengage("d"), block())
                .past()
                .forEach(presence::send);
        Snapshots.expectToKeep(presence.root());
    }
}
