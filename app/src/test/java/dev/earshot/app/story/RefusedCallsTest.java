package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import dev.earshot.app.client.Talk;
import dev.earshot.platform.security.AccessTokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class RefusedCallsTest {
    @Test
    void a_call_to_someone_unknown_is_refused() {
        Answer answer = Market.memberWith(10_000).person().post("/v1/calls", Market.callTo("lis_nobody"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("LISTENER_UNKNOWN");
    }

    @Test
    void nobody_can_call_themselves() {
        Listener lea = Market.liveListener();

        Answer answer = new Member(lea.person()).tryToCall(lea);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("CALLING_ONESELF");
    }

    @Test
    void a_listener_who_is_offline_cannot_be_called() {
        Talk talk = Market.memberWith(10_000).call(Market.offlineListenerAt(Market.RATE));

        Market.refused(talk, "LISTENER_OFFLINE");
    }

    @Test
    void a_listener_who_is_talking_cannot_be_called() {
        Talk running = Market.connected(Market.memberWith(10_000), Market.liveListener());

        Market.refused(Market.memberWith(10_000).call(running.listener()), "LISTENER_BUSY");

        running.endByMember().ok();
        Market.settled(running);
    }

    @Test
    void a_blocked_member_learns_no_more_than_that_the_call_was_refused() {
        Member ann = Market.memberWith(10_000);
        Listener lea = Market.liveListener();
        assertThat(lea.person()
                        .put("/v1/listeners/me/blocks/" + ann.person().accountId(), Map.of())
                        .status())
                .isEqualTo(204);

        Market.refused(ann.call(lea), "CALL_REFUSED");

        lea.person()
                .delete("/v1/listeners/me/blocks/" + ann.person().accountId())
                .ok();
        Talk talk = Market.ringing(ann, lea);
        talk.endByMember().ok();
    }

    @Test
    void an_empty_wallet_calls_nobody() {
        Listener lea = Market.liveListener();

        Market.refused(Market.memberWith(0).call(lea), "INSUFFICIENT_FUNDS");

        Market.canBeCalled(lea);
    }

    @Test
    void whoever_has_no_wallet_is_refused_and_nobody_elses_call_waits_for_that() {
        Listener lea = Market.liveListener();

        Talk talk = walletless().call(lea);

        assertThat(Market.is(talk, "REFUSED").text("refuseReason")).isEqualTo("INSUFFICIENT_FUNDS");
        Market.ringing(Market.memberWith(10_000), lea).endByMember().ok();
    }

    @Test
    void a_listener_who_is_paid_in_another_currency_cannot_be_paid_from_this_wallet() {
        Listener lea = new Listener(Market.somebody("listener"));
        lea.person()
                .put(
                        "/v1/listeners/me/profile",
                        Listener.profile("Lea", "grief", "en", Map.of("minor", 6_000, "currency", "EUR")))
                .ok();
        lea.goLive();

        Market.refused(Market.memberWith(10_000).call(lea), "CURRENCY_MISMATCH");
    }

    @Test
    void a_call_cannot_be_paid_by_a_card_that_is_not_saved() {
        Answer answer = Market.memberWith(10_000).tryToCallByCard(Market.liveListener());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("NO_CARD_SAVED");
    }

    @Test
    void of_two_calls_to_one_listener_at_once_one_rings_and_the_other_is_told_they_are_busy() {
        Listener lea = Market.liveListener();
        List<Talk> talks = List.of(Market.memberWith(10_000), Market.memberWith(10_000)).parallelStream()
                .map(member -> member.call(lea))
                .toList();

        List<Talk> ringing = Market.decided(talks, "RINGING");
        List<Talk> refused = Market.decided(talks, "REFUSED");

        assertThat(ringing).hasSize(1);
        assertThat(refused).hasSize(1);
        Market.refused(refused.get(0), "LISTENER_BUSY");
        ringing.get(0).endByMember().ok();
    }

    @Test
    void of_two_calls_from_a_wallet_that_can_pay_for_one_only_one_rings() {
        // 400 a call is the least that four seconds at this rate cost; 500 is what five cost.
        Member ann = Market.memberWith(500);
        List<Talk> talks = List.of(Market.liveListener(), Market.liveListener()).parallelStream()
                .map(ann::call)
                .toList();

        assertThat(Market.decided(talks, "RINGING")).hasSize(1);
        Talk refused = Market.decided(talks, "REFUSED").get(0);
        assertThat(refused.state().text("refuseReason")).isEqualTo("INSUFFICIENT_FUNDS");
        Market.canBeCalled(refused.listener());
        Market.decided(talks, "RINGING").get(0).endByMember().ok();
    }

    /** Signed in, as far as the token goes, but never through the door that opens a wallet. */
    private static Member walletless() {
        AccountId stranger = new AccountId("acc_withoutWallet");
        String token = Running.inside(AccessTokens.class).issue(stranger, Set.of(Role.MEMBER), "ses_withoutWallet");
        return new Member(new Person(Market.api(), "stranger", token, stranger.value()));
    }
}
