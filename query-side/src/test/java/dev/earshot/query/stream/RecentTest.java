package dev.earshot.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.query.CallStory;
import dev.earshot.query.news.Kind;
import dev.earshot.query.news.Told;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentTest {
    private final CallStory story = new CallStory();
    private final Recent recent =
            new Recent(new StreamSettings(Duration.ofSeconds(15), Duration.ofMinutes(30), 5, 256, 3, 1000, 2));

    @Test
    void it_covers_everything_since_the_first_event_it_saw() {
        happens(100);
        happens(101);

        var snapshot = recent.after(story.member, 100);

        assertThat(snapshot.coversFrom()).isEqualTo(99);
        assertThat(snapshot.head()).isEqualTo(101);
        assertThat(snapshot.facts()).extracting(Recent.Entry::position).containsExactly(101L);
    }

    @Test
    void when_it_is_full_it_says_from_where_it_still_knows() {
        for (long position = 1; position <= 5; position++) {
            happens(position);
        }

        assertThat(recent.after(story.member, 0).coversFrom()).isEqualTo(2);
        assertThat(recent.after(story.member, 0).facts()).hasSize(3);
    }

    @Test
    void a_fact_that_is_still_being_told_does_not_count_as_told() {
        happens(7);
        recent.add(8, told());

        assertThat(recent.after(story.member, 6).head()).isEqualTo(7);
        assertThat(recent.after(story.member, 6).facts()).hasSize(2);
    }

    @Test
    void nobody_finds_what_others_were_told() {
        happens(1);

        assertThat(recent.after(story.listener, 0).facts()).isEmpty();
    }

    private void happens(long position) {
        recent.add(position, told());
        recent.reach(position);
    }

    private Told told() {
        return new Told(story.member, Kind.CALL, Map.of(), story.start);
    }
}
