package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Stream;
import dev.earshot.app.client.Stream.Heard;
import dev.earshot.app.client.Talk;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class StreamTest {
    @Test
    void a_member_hears_of_the_call_and_of_each_second_as_it_happens() {
        var ann = Market.memberWith(10_000);
        List<Heard> heard = new CopyOnWriteArrayList<>();
        Stream stream = ann.person().listen().each(heard::add);
        try {
            Talk talk = Market.connected(ann, Market.liveListener());
            Market.after(talk, 2);
            talk.endByMember().ok();

            Market.eventually().until(() -> types(heard).contains("HoldCaptured"));
            assertThat(types(heard))
                    .containsSubsequence(
                            "CallRequested",
                            "CallAdmitted",
                            "CallAccepted",
                            "CallConnected",
                            "CallEnded",
                            "HoldCaptured");
            assertThat(heard)
                    .anyMatch(news -> news.name().equals("draw")
                            && news.data().path("charged").asLong() == Formula.charged(Market.RATE, 1));
        } finally {
            stream.close();
        }
    }

    @Test
    void a_client_that_was_away_resumes_without_a_gap_and_without_hearing_anything_twice() {
        var ann = Market.memberWith(10_000);
        List<Heard> before = new CopyOnWriteArrayList<>();
        Stream first = ann.person().listen().each(before::add);
        Talk talk = Market.ringing(ann, Market.liveListener());
        Market.eventually().until(() -> types(before).contains("CallAdmitted"));
        first.close();
        String last = before.get(before.size() - 1).id();
        talk.endByMember().ok();
        Market.overForNothing(talk, "CANCELLED");

        List<Heard> after = new CopyOnWriteArrayList<>();
        Stream second = ann.person().listenAfter(last).each(after::add);
        try {
            Market.eventually()
                    .untilAsserted(() -> assertThat(types(after))
                            .as("heard after %s: %s", last, after)
                            .contains("HoldReleased"));
            assertThat(types(after)).contains("CallEnded").doesNotContain("CallRequested");
            assertThat(after)
                    .extracting(Heard::id)
                    .filteredOn(id -> !id.isEmpty())
                    .doesNotHaveDuplicates();
        } finally {
            second.close();
        }
    }

    private static List<String> types(List<Heard> heard) {
        return heard.stream()
                .map(news -> news.data().path("type").asString(""))
                .filter(type -> !type.isEmpty())
                .toList();
    }
}
