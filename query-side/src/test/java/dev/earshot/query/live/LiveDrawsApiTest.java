package dev.earshot.query.live;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.query.QueryTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LiveDrawsApiTest extends QueryTest {
    @Autowired
    private LiveCalls live;

    @Test
    void the_displayed_balance_falls_with_every_second_and_lands_on_the_capture() {
        var grant = story.cash(300);
        given(story.connectedOn(5000, grant));
        assertThat(displayed()).isEqualTo(5000);

        publish(story.drawn(grant, 10));
        await().atMost(10, SECONDS).until(() -> displayed() == 5000 - 33);
        publish(story.drawn(grant, 37));
        await().atMost(10, SECONDS).until(() -> displayed() == 5000 - 122);
        assertThat(asMember("/v1/calls/" + story.call)
                        .body()
                        .path("drawnSeconds")
                        .asLong())
                .isEqualTo(37);

        given(story.settledAfter(37, grant));
        assertThat(displayed()).isEqualTo(5000 - 122);
    }

    @Test
    void a_call_connected_before_this_node_listened_is_learnt_from_its_view() {
        var grant = story.cash(300);
        given(story.requested(), story.holdPlaced(grant), story.admitted(grant), story.drawn(grant, 5));

        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(live.partiesOf(story.call)).contains(story.parties));
    }

    private long displayed() {
        return asMember("/v1/wallet").body().path("displayed").path("minor").asLong();
    }
}
