package dev.earshot.command.presence;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.presence.EngagementDecline;
import dev.earshot.api.presence.PresenceCommand;
import dev.earshot.api.presence.PresenceCommand.BlockMember;
import dev.earshot.api.presence.PresenceCommand.DisengageListener;
import dev.earshot.api.presence.PresenceCommand.EngageListener;
import dev.earshot.api.presence.PresenceCommand.GoLive;
import dev.earshot.api.presence.PresenceCommand.GoOffline;
import dev.earshot.api.presence.PresenceCommand.LapsePresence;
import dev.earshot.api.presence.PresenceCommand.UnblockMember;
import dev.earshot.api.presence.PresenceEvent.EngagementDeclined;
import dev.earshot.api.presence.PresenceEvent.ListenerEngaged;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

/** The words in which presence is tested: Ann calls Lea. */
final class PresenceStory {
    static final AccountId ANN = new AccountId("acc_ann");
    static final PresenceId LEA = PresenceId.of(ListenerId.of(new AccountId("acc_lea")));
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private PresenceStory() {}

    /** A presence of which all this was asked before. */
    static Told given(PresenceCommand... past) {
        return new Told(List.of(past));
    }

    record Told(List<PresenceCommand> past) {
        ResultValidator<ListenerPresence> when(PresenceCommand command) {
            return new AggregateTestFixture<>(ListenerPresence.class)
                    .givenCommands(past)
                    .when(command);
        }
    }

    static GoLive goLive() {
        return new GoLive(LEA, NOON);
    }

    static GoOffline goOffline() {
        return new GoOffline(LEA, NOON);
    }

    static LapsePresence lapse() {
        return new LapsePresence(LEA, NOON);
    }

    static EngageListener engage(String call) {
        return new EngageListener(LEA, call(call), ANN, NOON);
    }

    static DisengageListener disengage(String call) {
        return new DisengageListener(LEA, call(call), NOON);
    }

    static BlockMember block() {
        return new BlockMember(LEA, ANN, NOON);
    }

    static UnblockMember unblock() {
        return new UnblockMember(LEA, ANN, NOON);
    }

    static ListenerEngaged engaged(String call) {
        return new ListenerEngaged(LEA, call(call), NOON);
    }

    static EngagementDeclined declined(String call, EngagementDecline reason) {
        return new EngagementDeclined(LEA, call(call), reason, NOON);
    }

    static CallId call(String name) {
        return new CallId("call_" + name);
    }
}
