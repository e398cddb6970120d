package dev.earshot.saga.meter.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.saga.CallFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void isDueOnceInEveryTickAtAMomentOfItsOwn() {
        Duration tick = Duration.ofSeconds(1);
        MeteredSegment third = new MeteredSegment(Segment.splitBalanced(Segment.ROOT_SEGMENT, 3).stream()
                .filter(quarter -> quarter.getSegmentId() == 2)
                .findAny()
                .orElseThrow());

        assertThat(dueMoments(segment, tick)).containsExactly(0, 1_000, 2_000);
        assertThat(dueMoments(third, tick)).containsExactly(0, 500, 1_500, 2_500);
    }

    @Test
    void makesUpForAMomentThatWasMissed() {
        Duration tick = Duration.ofSeconds(1);
        segment.load(ofTable -> new RunningCallTable.Rows());
        drawsAt(NOW);

        assertThat(segment.isDue(NOW.plusMillis(750), tick, 4)).isFalse();
        assertThat(segment.isDue(NOW.plusMillis(1_250), tick, 4)).isTrue();
        drawsAt(NOW.plusMillis(1_250));
        assertThat(segment.isDue(NOW.plusMillis(1_750), tick, 4)).isFalse();
        assertThat(segment.isDue(NOW.plusMillis(2_000), tick, 4)).isTrue();
    }

    /** When it tells, in milliseconds, if it is asked four times a second for three seconds. */
    private static List<Integer> dueMoments(MeteredSegment segment, Duration tick) {
        segment.load(ofTable -> new RunningCallTable.Rows());
        List<Integer> told = new ArrayList<>();
        for (int millis = 0; millis < 3_000; millis += 250) {
            Instant at = NOW.plusMillis(millis);
            if (segment.isDue(at, tick, 4)) {
                segment.tell(new Tick(segment.segment().getSegmentId(), at, 100, 75));
                told.add(millis);
            }
        }
        return told;
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
