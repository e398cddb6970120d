package dev.earshot.command.earnings;

import static dev.earshot.command.earnings.EarningsStory.HOUR;
import static dev.earshot.command.earnings.EarningsStory.NOON;
import static dev.earshot.command.earnings.EarningsStory.WEEK;
import static dev.earshot.command.earnings.EarningsStory.clawback;
import static dev.earshot.command.earnings.EarningsStory.confirm;
import static dev.earshot.command.earnings.EarningsStory.credit;
import static dev.earshot.command.earnings.EarningsStory.lose;
import static dev.earshot.command.earnings.EarningsStory.mature;
import static dev.earshot.command.earnings.EarningsStory.open;
import static dev.earshot.command.earnings.EarningsStory.penalty;
import static dev.earshot.command.earnings.EarningsStory.request;
import static dev.earshot.command.earnings.EarningsStory.reversal;
import static dev.earshot.command.earnings.EarningsStory.settle;
import static dev.earshot.command.earnings.EarningsStory.verify;

import dev.earshot.command.Live;
import dev.earshot.command.Snapshots;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A snapshot as it was stored once. It is read for ever: databases are full of them. */
class StoredSnapshotTest {
    @Test
    void a_snapshot_of_once_is_the_listener_whom_the_same_commands_lead_to() throws IOException {
        Live<Earnings> lea = EarningsStory.live();
        Stream.of(
                        open(),
                        verify(),
                        credit("a", 6_000, 25 * HOUR, NOON),
                        mature(NOON.plus(WEEK)),
                        settle("b", "pay_b", 700),
                        credit("b", 500),
                        settle("c", "pay_c", 300),
                        penalty("p", 400),
                        penalty("q", 200),
                        reversal("q"),
                        clawback("d", 100),
                        request("one", 1_000),
                        confirm("one"),
                        request("two", 1_500),
                        lose("two"))
                .forEach(lea::send);
        Snapshots.expectStored("snapshot.json", lea.root());
    }
}
