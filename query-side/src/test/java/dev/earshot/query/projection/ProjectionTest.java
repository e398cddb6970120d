package dev.earshot.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.query.projection.Projection.Status;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    @Test
    void a_view_that_reads_again_what_it_knew_is_rebuilding_and_says_how_far() {
        var half = Projection.of("v", ReplayToken.createReplayToken(at(200), at(100)), 400, Status.RUNNING, "");

        assertThat(half.status()).isEqualTo(Status.REBUILDING);
        assertThat(half.progress()).isEqualTo(50);
        assertThat(half.lag()).isEqualTo(300);
    }

    @Test
    void it_is_done_with_the_last_event_it_knew_even_if_none_follows() {
        var done = Projection.of("v", ReplayToken.createReplayToken(at(200), at(200)), 200, Status.RUNNING, "");

        assertThat(done.status()).isEqualTo(Status.RUNNING);
        assertThat(done.progress()).isEqualTo(100);
    }

    @Test
    void a_failure_is_told_even_while_rebuilding() {
        var failed = Projection.of("v", ReplayToken.createReplayToken(at(200), at(100)), 200, Status.FAILED, "why");

        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.reason()).isEqualTo("why");
    }

    @Test
    void a_view_that_stands_still_is_not_at_its_end() {
        var stuck = Projection.of("v", at(30), 120, Status.FAILED, "why");

        assertThat(stuck.progress()).isEqualTo(25);
    }

    @Test
    void a_view_that_has_not_begun_is_at_zero() {
        var fresh = Projection.of("v", null, 7, Status.RUNNING, "");

        assertThat(fresh.position()).isZero();
        assertThat(fresh.lag()).isEqualTo(7);
    }

    private static TrackingToken at(long position) {
        return GapAwareTrackingToken.newInstance(position, Set.of());
    }
}
