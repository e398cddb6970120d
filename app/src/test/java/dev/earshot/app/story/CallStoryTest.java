package dev.earshot.app.story;

import static dev.earshot.app.story.Market.RATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Talk;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CallStoryTest {
    @Test
    void a_member_tops_up_finds_a_listener_talks_and_pays_by_the_second() {
        Member ann = Market.memberWith(20_000);
        Listener lea = Market.liveListener();
        Market.eventually().until(() -> found(ann).contains(lea.listenerId()));

        Talk talk = Market.connected(ann, lea);
        Market.after(talk, 3);
        assertThat(talk.endByMember().status()).isEqualTo(204);

        Answer call = Market.settled(talk);
        long seconds = call.number("billableSeconds");
        long charged = Formula.charged(RATE, seconds);
        long earned = Formula.earned(RATE, seconds);
        assertThat(seconds).isGreaterThanOrEqualTo(3);
        assertThat(call.text("endReason")).isEqualTo("HUNG_UP_BY_MEMBER");
        assertThat(call.number("charged.0.charged")).isEqualTo(charged);
        Answer taken = lea.person().get(talk.path("")).ok();
        assertThat(taken.number("earned.minor")).isEqualTo(earned);
        assertThat(taken.number("fee.minor")).isEqualTo(Formula.fee(charged));
        explanationAgrees(talk, charged, earned);
        walletAgrees(ann, talk, charged);
        earningsAgree(lea, talk, earned);
    }

    @Test
    void while_they_talk_the_displayed_balance_falls_and_the_earnings_accrue() {
        Member ann = Market.memberWith(20_000);
        Listener lea = Market.liveListener();
        Talk talk = Market.connected(ann, lea);

        Market.after(talk, 2);

        Answer wallet = ann.wallet();
        assertThat(wallet.number("held.minor")).isPositive();
        assertThat(wallet.number("drawn.minor")).isGreaterThanOrEqualTo(Formula.charged(RATE, 2));
        assertThat(wallet.number("displayed.minor"))
                .isEqualTo(
                        wallet.number("available.minor") + wallet.number("held.minor") - wallet.number("drawn.minor"));
        assertThat(lea.earnings().number("accruing.minor")).isGreaterThanOrEqualTo(Formula.earned(RATE, 2));
        talk.endByListener().ok();
        assertThat(Market.settled(talk).text("endReason")).isEqualTo("HUNG_UP_BY_LISTENER");
    }

    @Test
    void a_long_call_costs_what_one_uncut_grant_would_have_cost() {
        Member ann = Market.memberWith(100_000);
        Listener lea = Market.liveListenerAt(7_777);
        Talk talk = Market.connected(ann, lea);

        Market.after(talk, 12);
        talk.endByMember().ok();

        Answer call = Market.settled(talk);
        assertThat(call.number("charged.0.charged")).isEqualTo(Formula.charged(7_777, call.number("billableSeconds")));
        assertThat(call.at("charged").size()).isEqualTo(1);
        assertThat(call.number("grantedSeconds")).isGreaterThan(10);
    }

    private static List<String> found(Member member) {
        Answer listeners = member.person().get("/v1/listeners?live=true&language=en&skill=grief&sort=rate&limit=100");
        return StreamSupport.stream(listeners.ok().at("items").spliterator(), false)
                .map(listener -> listener.path("listenerId").asString())
                .toList();
    }

    private static void explanationAgrees(Talk talk, long charged, long earned) {
        String path = talk.path("/explain");
        Market.eventually().until(() -> talk.member().person().get(path).text().contains("CREDITED"));
        Answer why = talk.member().person().get(path).ok();
        assertThat(why.number("totals.charged.minor")).isEqualTo(charged);
        assertThat(why.number("totals.earned.minor")).isEqualTo(earned);
        assertThat(why.number("totals.fee.minor")).isEqualTo(Formula.fee(charged));
        assertThat(why.at("totals.balanced").asBoolean()).isTrue();
        Answer forListener = talk.listener().person().get(path).ok();
        assertThat(forListener.number("totals.earned.minor")).isEqualTo(earned);
        assertThat(forListener.text()).doesNotContain("HELD");
    }

    private static void walletAgrees(Member member, Talk talk, long charged) {
        assertThat(Market.wallet(member, "held")).isZero();
        assertThat(Market.wallet(member, "available")).isEqualTo(20_000 - charged);
        Answer entries = member.person().get("/v1/wallet/entries").ok();
        assertThat(entries.text("items.0.kind")).isEqualTo("CALL");
        assertThat(entries.number("items.0.amount")).isEqualTo(-charged);
        assertThat(entries.text("items.0.callId")).isEqualTo(talk.callId());
        assertThat(entries.text("items.1.kind")).isEqualTo("TOP_UP");
        assertThat(entries.number("items.1.amount")).isEqualTo(20_000);
    }

    private static void earningsAgree(Listener listener, Talk talk, long earned) {
        assertThat(listener.earnings().number("earned.minor")).isEqualTo(earned);
        Answer entries = listener.person().get("/v1/earnings/entries").ok();
        assertThat(entries.number("items.0.amount.minor")).isEqualTo(earned);
        assertThat(entries.text("items.0.callId")).isEqualTo(talk.callId());
    }
}
