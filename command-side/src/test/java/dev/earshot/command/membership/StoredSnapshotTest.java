package dev.earshot.command.membership;

import static dev.earshot.command.membership.MembershipStory.LARGE;
import static dev.earshot.command.membership.MembershipStory.SETTINGS;
import static dev.earshot.command.membership.MembershipStory.SMALL;
import static dev.earshot.command.membership.MembershipStory.TRIED;
import static dev.earshot.command.membership.MembershipStory.advance;
import static dev.earshot.command.membership.MembershipStory.back;
import static dev.earshot.command.membership.MembershipStory.change;
import static dev.earshot.command.membership.MembershipStory.day;
import static dev.earshot.command.membership.MembershipStory.missed;
import static dev.earshot.command.membership.MembershipStory.paid;
import static dev.earshot.command.membership.MembershipStory.start;
import static dev.earshot.command.membership.MembershipStory.told;

import dev.earshot.api.membership.ChangeEffect;
import dev.earshot.api.membership.Subscription;
import dev.earshot.command.Live;
import dev.earshot.command.Snapshots;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A snapshot as it was stored once. It is read for ever: databases are full of them. */
class StoredSnapshotTest {
    @Test
    void a_snapshot_of_once_is_the_membership_that_the_same_commands_lead_to() throws IOException {
        Live<Membership> membership = new Live<>(Membership.class, new Membership(), SETTINGS);
        Stream.of(
                        start(TRIED),
                        advance(7),
                        paid(1, 3_000, 8),
                        back(1, 3_000, 0, 3_000, 0, 1, 9),
                        back(1, 3_000, 0, 0, 0, 2, 10),
                        change(LARGE, ChangeEffect.NOW, 11),
                        paid(9, 500, 12),
                        change(SMALL, ChangeEffect.PERIOD_END, 13),
                        advance(37),
                        missed(3, 37),
                        told(Subscription.stopped("sub_1", LARGE, day(60), day(38)), 38))
                .forEach(membership::send);
        Snapshots.expectStored("snapshot.json", membership.root());
    }
}
