package dev.earshot.command.call;

import static dev.earshot.command.call.CallStory.LEA;
import static dev.earshot.command.call.CallStory.accept;
import static dev.earshot.command.call.CallStory.admit;
import static dev.earshot.command.call.CallStory.join;
import static dev.earshot.command.call.CallStory.request;

import dev.earshot.api.call.Side;
import dev.earshot.command.Live;
import dev.earshot.command.Snapshots;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A snapshot as it was stored once. It is read for ever: databases are full of them. */
class StoredSnapshotTest {
    @Test
    void a_snapshot_of_once_is_the_call_that_the_same_commands_lead_to() throws IOException {
        Live<Call> call = new Live<>(Call.class, new Call());
        Stream.of(request(), admit(), accept(LEA, 5), join(Side.MEMBER, 7), join(Side.LISTENER, 10))
                .forEach(call::send);
        Snapshots.expectStored("snapshot.json", call.root());
    }
}
