package dev.earshot.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.query.QueryTest;
import dev.earshot.query.fold.Positions;
import dev.earshot.query.news.NewsRows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A node whose memory of the tail is as short as the test wants it. */
class ResumeTest extends QueryTest {
    private static final StreamSettings SETTINGS =
            new StreamSettings(Duration.ofSeconds(15), Duration.ofMinutes(30), 5, 256, 10, 3, 2);

    @Autowired
    private NewsRows rows;

    @Autowired
    private Positions positions;

    @Autowired
    private JsonMapper json;

    private Recent recent;
    private Resume resume;
    private long before;

    @BeforeEach
    void startNode() {
        recent = new Recent(SETTINGS);
        resume = new Resume(rows, recent, positions, json, SETTINGS);
        given(story.profile());
        before = head();
    }

    @Test
    void what_is_stored_is_told_by_a_node_that_has_just_started() {
        given(story.walletOpened(), story.topUpRequested(500));

        assertThat(told(before)).containsExactly("WalletOpened", "TopUpRequested", "hello");
        assertThat(told(before + 1)).containsExactly("TopUpRequested", "hello");
    }

    @Test
    void a_gap_between_what_is_stored_and_what_the_node_has_told_is_not_passed_over() {
        given(story.walletOpened());
        recent.reach(head() + 100);

        assertThat(told(before)).containsExactly("reset", "hello");
    }

    @Test
    void who_missed_too_much_starts_anew() {
        given(story.walletOpened(), story.topUpRequested(5), story.topUpPaid(5), story.topUpCredited(5));

        assertThat(told(before)).containsExactly("reset", "hello");
    }

    @Test
    void who_was_away_longer_than_facts_are_kept_starts_anew() {
        given(story.walletOpened(), story.topUpRequested(5));
        jdbc.update("UPDATE stream_swept SET position = ?", before + 1);

        assertThat(told(before)).containsExactly("reset", "hello");
        assertThat(told(before + 1)).containsExactly("TopUpRequested", "hello");
        jdbc.update("UPDATE stream_swept SET position = 0");
    }

    private List<String> told(long after) {
        return resume.after(story.member, after).stream()
                .map(frame -> new String(frame.bytes(), StandardCharsets.UTF_8))
                .map(ResumeTest::typeOrEvent)
                .toList();
    }

    private static String typeOrEvent(String text) {
        int type = text.indexOf("\"type\":\"");
        return type < 0
                ? text.substring("event:".length(), text.indexOf('\n'))
                : text.substring(type + 8, text.indexOf('"', type + 8));
    }
}
