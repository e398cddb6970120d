package dev.earshot.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.CallId;
import dev.earshot.api.meter.Draw;
import dev.earshot.api.meter.MeterEvent.SecondsDrawn;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.query.CallStory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveCallsTest {
    private final CallStory story = new CallStory();
    private final SetClock clock = new SetClock(story.start);
    private final LiveCalls calls = new LiveCalls(clock);

    @Test
    void the_latest_draw_counts_whatever_order_they_come_in() {
        calls.on(story.connected());
        draw(story.call, 12, 39, 34);
        draw(story.call, 11, 36, 31);
        draw(story.call, 12, 39, 34);

        assertThat(calls.secondsOf(story.call)).isEqualTo(12);
        assertThat(calls.earnedOf(story.call)).isEqualTo(34);
    }

    @Test
    void a_call_nobody_draws_on_has_drawn_nothing() {
        assertThat(calls.secondsOf(story.call)).isZero();
        assertThat(calls.earnedOf(story.call)).isZero();
        assertThat(calls.partiesOf(story.call)).isEmpty();
    }

    @Test
    void a_late_tick_does_not_move_an_ended_call() {
        calls.on(story.connected());
        draw(story.call, 40, 132, 113);
        calls.on(story.ended(37));
        draw(story.call, 41, 135, 115);

        assertThat(calls.secondsOf(story.call)).isEqualTo(37);
    }

    @Test
    void an_ended_call_is_remembered_for_a_minute_and_a_silent_one_for_ten() {
        calls.on(story.connected());
        calls.on(story.ended(0));
        draw(new CallId("call_other"), 1, 1, 1);

        clock.forward(Duration.ofSeconds(59));
        calls.forgetSilent();
        assertThat(calls.size()).isEqualTo(2);

        clock.forward(Duration.ofSeconds(2));
        calls.forgetSilent();
        assertThat(calls.size()).isEqualTo(1);

        clock.forward(Duration.ofMinutes(10));
        calls.forgetSilent();
        assertThat(calls.size()).isZero();
    }

    @Test
    void parties_of_calls_from_before_this_node_are_learnt_as_soon_as_the_view_knows_them() {
        var unknownYet = new CallId("call_unknown");
        draw(story.call, 5, 16, 14);
        draw(unknownYet, 5, 16, 14);

        calls.learnParties(ids -> Map.of(story.call, story.parties), 1);
        assertThat(calls.partiesOf(story.call)).contains(story.parties);
        assertThat(calls.partiesOf(unknownYet)).isEmpty();

        calls.learnParties(ids -> Map.of(unknownYet, story.parties), 10);
        assertThat(calls.partiesOf(unknownYet)).contains(story.parties);
    }

    private void draw(CallId call, long second, long charged, long earned) {
        var draw = new Draw(call, second, Pocket.CASH, charged, earned);
        calls.on(new SecondsDrawn(0, clock.instant(), List.of(draw)));
    }

    private static final class SetClock extends Clock {
        private Instant now;

        private SetClock(Instant now) {
            this.now = now;
        }

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
