package dev.earshot.query.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.Media;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.id.CallId;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.platform.web.Api;
import dev.earshot.query.CallStory;
import dev.earshot.query.QueryTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallApiTest extends QueryTest {
    @Test
    void a_call_walks_through_its_statuses() {
        var grant = story.cash(300);
        given(story.requested());
        assertThat(status()).isEqualTo("REQUESTED");
        given(story.holdPlaced(grant), story.admitted(grant));
        assertThat(status()).isEqualTo("RINGING");
        given(story.accepted());
        assertThat(status()).isEqualTo("ACCEPTED");
        given(story.connected());
        assertThat(status()).isEqualTo("CONNECTED");
        given(story.ended(37));
        assertThat(status()).isEqualTo("ENDED");
        given(story.captured(grant, 37));
        assertThat(status()).isEqualTo("SETTLED");
    }

    @Test
    void the_member_sees_what_it_cost_and_how_that_was_split() {
        settled();

        var call = asMember(path()).body();

        assertThat(call.path("callId").asString()).isEqualTo(story.call.value());
        assertThat(call.path("terms").path("ratePerMinute").path("minor").asLong())
                .isEqualTo(199);
        assertThat(call.path("billableSeconds").asLong()).isEqualTo(37);
        assertThat(call.path("drawnSeconds").asLong()).isEqualTo(37);
        assertThat(call.path("grantedSeconds").asLong()).isEqualTo(300);
        assertThat(call.path("endReason").asString()).isEqualTo("HUNG_UP_BY_MEMBER");
        assertThat(call.at("/charged/0").toString())
                .isEqualTo("{\"pocket\":\"CASH\",\"unit\":\"MONEY\",\"seconds\":37,\"charged\":122}");
        assertThat(call.at("/earned/minor").asLong()).isEqualTo(104);
        assertThat(call.at("/fee/minor").asLong()).isEqualTo(18);
        for (var time : new String[] {"requestedAt", "admittedAt", "acceptedAt", "connectedAt", "endedAt"}) {
            assertThat(call.has(time)).as(time).isTrue();
        }
    }

    @Test
    void the_listener_sees_what_it_earned_and_nothing_of_the_members_means() {
        settled();

        var call = asListener(path()).body();

        assertThat(call.path("earned").path("minor").asLong()).isEqualTo(104);
        assertThat(call.path("fee").path("minor").asLong()).isEqualTo(18);
        assertThat(call.has("charged")).isFalse();
        assertThat(call.has("grantedSeconds")).isFalse();
    }

    @Test
    void staff_sees_both_sides() {
        settled();

        var call = get(path(), new CallStory().member, Role.ADMIN).body();

        assertThat(call.has("charged")).isTrue();
        assertThat(call.has("earned")).isTrue();
    }

    @Test
    void a_foreign_call_answers_like_an_unknown_one() {
        settled();

        var foreign = get(path(), new CallStory().member, Role.MEMBER);
        var unknown = asMember("/v1/calls/" + CallId.PREFIX + "none");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.code()).isEqualTo("CALL_UNKNOWN");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("CALL_UNKNOWN");
    }

    @Test
    void a_listener_never_learns_of_a_call_that_did_not_ring() {
        given(story.requested(), new CallRefused(story.call, story.parties, RefuseReason.CALL_REFUSED, story.at(3)));

        assertThat(asListener(path()).code()).isEqualTo("CALL_UNKNOWN");
        assertThat(asListener("/v1/calls").body().path("items")).isEmpty();
        assertThat(asMember(path()).body().path("refuseReason").asString()).isEqualTo("CALL_REFUSED");
    }

    @Test
    void a_released_hold_settles_an_ended_call_and_leaves_a_refused_one_refused() {
        given(story.requested(), story.holdPlaced(story.cash(60)), story.admitted(story.cash(60)), story.ended(0));
        given(new HoldReleased(story.wallet, story.call, story.cash(60), story.at(9)));
        assertThat(status()).isEqualTo("SETTLED");
        assertThat(asMember(path()).body().path("charged")).isEmpty();

        story = new CallStory();
        given(story.requested(), new HoldReleased(story.wallet, story.call, story.cash(60), story.at(3)));
        given(new CallRefused(story.call, story.parties, RefuseReason.LISTENER_BUSY, story.at(3)));
        assertThat(status()).isEqualTo("REFUSED");
    }

    @Test
    void ones_own_calls_come_newest_first_from_either_side() {
        settled();
        var other = new CallStory();
        given(other.requested());

        assertThat(callIds(asMember("/v1/calls"))).containsExactly(story.call.value());
        assertThat(callIds(asListener("/v1/calls?status=SETTLED"))).containsExactly(story.call.value());
        assertThat(callIds(asListener("/v1/calls?status=RINGING"))).isEmpty();
        assertThat(asMember("/v1/calls?status=DREAMING").status()).isEqualTo(400);
    }

    @Test
    void the_list_is_paged() {
        for (int i = 0; i < 3; i++) {
            var call = new CallId(story.call.value() + i);
            given(new CallRequested(call, story.parties, Media.TEXT, PayWith.WALLET, story.terms, story.at(i)));
        }

        var first = asMember("/v1/calls?limit=2");
        var second =
                asMember("/v1/calls?limit=2&cursor=" + first.body().path("next").asString());

        assertThat(callIds(first)).containsExactly(story.call.value() + 2, story.call.value() + 1);
        assertThat(callIds(second)).containsExactly(story.call.value() + 0);
    }

    private void settled() {
        given(story.connectedOn(5000, story.cash(300)));
        given(story.settledAfter(37, story.cash(300)));
    }

    private String path() {
        return "/v1/calls/" + story.call;
    }

    private String status() {
        return asMember(path()).body().path("status").asString();
    }

    private static List<String> callIds(Api.Reply reply) {
        return reply.body().path("items").findValuesAsString("callId");
    }
}
