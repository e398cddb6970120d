package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Person;
import dev.earshot.app.client.Talk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class BadDaysOfACallTest {
    @Test
    void a_call_nobody_knows_is_unknown() {
        Person ann = Market.memberWith(0).person();

        refused(ann.get("/v1/calls/call_nobodyKnows"), 404, "CALL_UNKNOWN");
        refused(ann.post("/v1/calls/call_nobodyKnows/end", Map.of()), 404, "CALL_UNKNOWN");
        refused(ann.get("/v1/calls/call_nobodyKnows/explain"), 404, "CALL_UNKNOWN");
        refused(ann.get("/v1/calls/call_nobodyKnows/ticket"), 404, "CALL_UNKNOWN");
    }

    @Test
    void a_strangers_call_is_unknown_too() {
        Talk talk = Market.ringing(Market.memberWith(10_000), Market.liveListener());
        Person eve = Market.somebody("listener");

        refused(eve.get(talk.path("")), 404, "CALL_UNKNOWN");
        refused(eve.post(talk.path("/accept"), Map.of()), 404, "CALL_UNKNOWN");
        refused(eve.post(talk.path("/decline"), Map.of()), 404, "CALL_UNKNOWN");
        refused(eve.post(talk.path("/end"), Map.of()), 404, "CALL_UNKNOWN");
        refused(talk.beat(eve), 404, "CALL_UNKNOWN");
        refused(eve.get(talk.path("/ticket")), 404, "CALL_UNKNOWN");
        refused(eve.get(talk.path("/explain")), 404, "CALL_UNKNOWN");
        refused(eve.post(talk.path("/rating"), Map.of("stars", 1)), 404, "CALL_UNKNOWN");
        talk.endByMember().ok();
    }

    @Test
    void only_the_callee_may_answer() {
        Talk talk = Market.ringing(Market.memberWith(10_000), Market.liveListener());

        refused(talk.member().person().post(talk.path("/accept"), Map.of()), 403, "ONLY_CALLEE_MAY_ANSWER");
        refused(talk.member().person().post(talk.path("/decline"), Map.of()), 403, "ONLY_CALLEE_MAY_ANSWER");
        talk.endByMember().ok();
    }

    @Test
    void a_call_is_accepted_once() {
        Talk talk = Market.accepted(Market.memberWith(10_000), Market.liveListener());

        refused(talk.accept(), 409, "CALL_NOT_RINGING");
        refused(talk.decline(), 409, "CALL_NOT_RINGING");
        talk.endByMember().ok();
    }

    @Test
    void a_call_ends_once_and_then_takes_no_more_orders_or_heartbeats() {
        Talk talk = Market.connected(Market.memberWith(10_000), Market.liveListener());
        talk.endByMember().ok();

        refused(talk.endByMember(), 409, "CALL_ALREADY_ENDED");
        refused(talk.endByListener(), 409, "CALL_ALREADY_ENDED");
        refused(talk.accept(), 409, "CALL_ALREADY_ENDED");
        Market.settled(talk);
        refused(talk.beat(talk.member().person()), 409, "CALL_ALREADY_ENDED");
        refused(talk.beat(talk.listener().person()), 409, "CALL_ALREADY_ENDED");
    }

    @Test
    void a_call_is_rated_once_by_its_member_when_it_has_ended() {
        Talk talk = Market.connected(Market.memberWith(10_000), Market.liveListener());
        refused(rate(talk.member().person(), talk, 5), 409, "CALL_NOT_ENDED");
        talk.endByMember().ok();
        Market.settled(talk);

        refused(rate(talk.listener().person(), talk, 5), 403, "ONLY_CALLER_MAY_RATE");
        assertThat(rate(talk.member().person(), talk, 5).status()).isEqualTo(204);
        refused(rate(talk.member().person(), talk, 1), 409, "CALL_ALREADY_RATED");
        Market.eventually()
                .until(() -> talk.member()
                                .person()
                                .get("/v1/listeners/" + talk.listener().listenerId())
                                .number("ratingAverage.hundredths")
                        == 500);
    }

    @Test
    void a_call_that_never_connected_cannot_be_rated() {
        Talk talk = Market.ringing(Market.memberWith(10_000), Market.liveListener());
        talk.endByMember().ok();

        refused(rate(talk.member().person(), talk, 5), 409, "CALL_NEVER_CONNECTED");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1})
    void stars_go_from_one_to_five(int stars) {
        Answer answer = Market.memberWith(0).person().post("/v1/calls/call_any/rating", Map.of("stars", stars));

        refused(answer, 400, "VALIDATION_FAILED");
        assertThat(answer.text("errors.0.field")).isEqualTo("stars");
    }

    @Test
    void a_listener_without_a_profile_cannot_go_live() {
        refused(new Listener(Market.somebody("listener")).presence("LIVE"), 409, "PROFILE_REQUIRED");
    }

    @Test
    void a_listener_who_is_not_live_has_no_heartbeat() {
        Listener lea = Market.offlineListenerAt(Market.RATE);

        refused(lea.person().post("/v1/listeners/me/presence/heartbeat", Map.of()), 409, "LISTENER_NOT_LIVE");
    }

    private static Answer rate(Person person, Talk talk, int stars) {
        return person.post(talk.path("/rating"), Map.of("stars", stars, "comment", "She listened."));
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status() + " " + answer.code()).as(answer.toString()).isEqualTo(status + " " + code);
    }
}
