package dev.earshot.saga.meter.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.saga.CallFacts;
import java.time.Instant;
import org.axonframework.eventhandling.Segment;
import org.junit.jupiter.api.Test;

class MeteredSegmentTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final CallFacts call = new CallFacts("Segment");
    private final MeteredSegment segment = new MeteredSegment(Segment.ROOT_SEGMENT);

    @Test
    void appliesWhatWasCommittedWhileItsRowsWereBeingRead() {
        segment.load(ofTable -> {
            segment.apply(placedAndConnected());
            assertThat(segment.size()).as("while reading").isZero();
            return new RunningCallTable.Rows();
        });

        assertThat(drawsAt(NOW.plusSeconds(1))).isEqualTo(1);
    }

    @Test
    void forgetsARowWhoseCallEndedWhileItWasBeingRead() {
        segment.load(ofTable -> {
            Changes ended = new Changes();
            ended.remove(call.call);
            segment.apply(ended);
            RunningCallTable.Rows rows = new RunningCallTable.Rows();
            rows.put(call.call, new MeteredCall(call.call, call.wallet, CallFacts.grant(300)));
            return rows;
        });

        assertThat(segment.size()).isZero();
    }

    @Test
    void doesNotMindAChangeThatTheRowsAlreadyContain() {
        segment.load(ofTable -> new RunningCallTable.Rows());
        segment.apply(placedAndConnected());
        assertThat(drawsAt(NOW.plusSeconds(1))).isEqualTo(1);

        segment.apply(placedAndConnected());

        assertThat(drawsAt(NOW.plusSeconds(1))).as("the same second again").isZero();
    }

    @Test
    void leavesTheCallsOfOtherSegmentsAlone() {
        Segment[] halves = Segment.ROOT_SEGMENT.split();
        MeteredSegment one = new MeteredSegment(halves[0]);
        MeteredSegment other = new MeteredSegment(halves[1]);
        one.load(ofTable -> new RunningCallTable.Rows());
        other.load(ofTable -> new RunningCallTable.Rows());

        one.apply(placedAndConnected());
        other.apply(placedAndConnected());

        assertThat(one.size() + other.size()).isEqualTo(1);
    }

    @Test
    void isDoubtfulOnlyWhenItsOwnCallsAreConcerned() {
        Segment[] halves = Segment.ROOT_SEGMENT.split();
        MeteredSegment one = new MeteredSegment(halves[0]);
        MeteredSegment other = new MeteredSegment(halves[1]);

        one.doubt(placedAndConnected());
        other.doubt(placedAndConnected());

        assertThat(one.isDoubtful()).isNotEqualTo(other.isDoubtful());
    }

    @Test
    void tellsLargeSegmentsInParts() {
        segment.load(ofTable -> new RunningCallTable.Rows());
        for (int i = 0; i < 5; i++) {
            CallFacts some = new CallFacts("Part" + i);
            Changes changes = new Changes();
            changes.place(some.call, some.wallet, CallFacts.grant(300));
            changes.connect(some.call, NOW);
            segment.apply(changes);
        }
        Tick tick = new Tick(0, NOW.plusSeconds(1), 2, 75);
        segment.tell(tick);

        assertThat(tick.events()).hasSize(3);
        assertThat(tick.draws()).isEqualTo(5);
    }

    private Changes placedAndConnected() {
        Changes changes = new Changes();
        changes.place(call.call, call.wallet, CallFacts.grant(300));
        changes.connect(call.call, NOW);
        return changes;
    }

    private int drawsAt(Instant at) {
        Tick tick = new Tick(0, at, 100, 75);
        segment.tell(tick);
        return tick.draws();
    }
}
