package dev.earshot.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.query.news.Fact;
import dev.earshot.query.news.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Backlog backlog = new Backlog(20);

    @Test
    void news_waits_until_the_client_has_caught_up() {
        backlog.add(fact(7));
        assertThat(backlog.next()).isNull();

        backlog.catchUp(List.of(fact(5), fact(6)));

        assertThat(positions()).containsExactly(5L, 6L, 7L);
    }

    @Test
    void what_was_missed_and_told_again_is_heard_once() {
        backlog.add(fact(6));
        backlog.add(fact(7));

        backlog.catchUp(List.of(fact(5), fact(6), Frame.hello(6)));
        backlog.add(fact(7));
        backlog.add(fact(8));

        assertThat(positions()).containsExactly(5L, 6L, 6L, 7L, 8L);
    }

    @Test
    void a_client_that_does_not_read_is_given_up() {
        backlog.catchUp(List.of());
        for (int position = 1; position <= 20; position++) {
            assertThat(backlog.add(fact(position))).isTrue();
        }

        assertThat(backlog.add(fact(21))).isFalse();
    }

    @Test
    void a_client_is_given_up_too_when_it_takes_too_long_to_catch_up() {
        for (int position = 1; position <= 20; position++) {
            assertThat(backlog.add(fact(position))).isTrue();
        }

        assertThat(backlog.add(fact(21))).isFalse();
    }

    @Test
    void draws_are_left_out_for_a_client_that_is_behind() {
        backlog.catchUp(List.of());
        for (int second = 0; second < 100; second++) {
            backlog.addPassing(Frame.passing("draw", "{}"));
        }

        assertThat(positions()).hasSizeLessThan(10);
    }

    @Test
    void a_frame_reads_as_the_standard_says() {
        assertThat(new String(fact(7).bytes(), StandardCharsets.UTF_8)).isEqualTo("event:call\nid:7\ndata:{}\n\n");
        assertThat(new String(Frame.passing("draw", "{}").bytes(), StandardCharsets.UTF_8))
                .isEqualTo("event:draw\ndata:{}\n\n");
    }

    private List<Long> positions() {
        List<Long> positions = new ArrayList<>();
        for (var frame = backlog.next(); frame != null; frame = backlog.next()) {
            positions.add(frame.position());
        }
        return positions;
    }

    private static Frame fact(long position) {
        return Frame.of(new Fact(position, Kind.CALL, "{}"));
    }
}
