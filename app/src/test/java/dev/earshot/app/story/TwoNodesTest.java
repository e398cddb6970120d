package dev.earshot.app.story;

import static dev.earshot.app.story.Market.RATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.earshot.app.client.Hearts;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Talk;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** A second all-in-one on the same database: members live on one node, listeners on the other, and each call on both. */
class TwoNodesTest {
    private static final Hearts HEARTS = new Hearts(Duration.ofMillis(500));
    private static final int CALLS = 8;

    private static final OwnProcess OTHER = new OwnProcess();

    @BeforeAll
    static void startTheOther() {
        HikariDataSource database = Running.inside(HikariDataSource.class);
        OTHER.start(
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--audit.archive.folder=" + Running.inside(Environment.class).getProperty("earshot.data")
                        + "/checkpoints");
    }

    @AfterAll
    static void stopTheOther() {
        OTHER.close();
    }

    @Test
    void calls_between_people_of_two_nodes_cost_what_the_formula_says() {
        List<Talk> talks =
                IntStream.range(0, CALLS).mapToObj(TwoNodesTest::connected).toList();
        talks.forEach(talk -> Market.after(talk, 2));

        for (int i = 0; i < CALLS; i++) {
            Talk talk = talks.get(i);
            (i % 2 == 0 ? talk.endByMember() : talk.endByListener()).ok();
        }

        talks.forEach(talk -> {
            assertThat(Market.settled(talk).number("billableSeconds")).isGreaterThanOrEqualTo(2);
            Market.agrees(talk, RATE);
        });
    }

    @Test
    void whoever_ends_a_call_first_on_either_node_ends_it_once() {
        Talk talk = connected(CALLS);
        Market.after(talk, 1);

        List<Integer> answers = Stream.of(talk, talk)
                .parallel()
                .map(same -> same.endByListener().status())
                .toList();
        int late = talk.endByMember().status();

        assertThat(answers).contains(204);
        assertThat(late).isIn(204, 409);
        Market.settled(talk);
        Market.agrees(talk, RATE);
    }

    private static Talk connected(int number) {
        Member member = Market.memberWith(20_000);
        Listener listener = new Listener(OTHER.api().signIn("faraway" + number, "listener"))
                .publish("Far " + number, "distance", "en", RATE)
                .goLive();
        HEARTS.present(listener);
        return Market.connected(member, listener);
    }
}
