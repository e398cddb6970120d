package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import dev.earshot.app.client.Talk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class MoneyRunsOutTest {
    private static final long A_SECOND = Market.RATE / 60;

    @Test
    void a_call_ends_at_exactly_the_second_the_money_ends() {
        Talk talk = Market.connected(Market.memberWith(8 * A_SECOND + 99), Market.liveListener());

        Answer call = Market.settled(talk);

        assertThat(call.text("endReason")).isEqualTo("FUNDS_EXHAUSTED");
        assertThat(call.number("billableSeconds")).isEqualTo(8);
        assertThat(Market.charged(call)).isEqualTo(8 * A_SECOND);
        assertThat(Market.wallet(talk.member(), "available")).isEqualTo(99);
        Market.agrees(talk, Market.RATE);
    }

    @Test
    void money_that_arrives_during_the_call_saves_it() {
        Talk talk = Market.connected(Market.memberWith(7 * A_SECOND), Market.liveListener());
        Market.after(talk, 3);

        talk.member().topUp(100 * A_SECOND, "test_ok");

        Market.after(talk, 9);
        talk.endByMember().ok();
        assertThat(Market.settled(talk).text("endReason")).isEqualTo("HUNG_UP_BY_MEMBER");
        Market.agrees(talk, Market.RATE);
    }

    @Test
    void a_call_that_runs_out_early_runs_on_for_free_and_the_platform_pays_the_listener() {
        Talk talk = Market.connected(Market.memberWith(3 * A_SECOND), Market.liveListener());

        Answer call = Market.settled(talk);

        assertThat(call.text("endReason")).isEqualTo("FUNDS_EXHAUSTED");
        assertThat(call.number("billableSeconds")).isEqualTo(6);
        assertThat(Market.charged(call)).isEqualTo(3 * A_SECOND);
        assertThat(call.text("charged.1.pocket")).isEqualTo("GRACE");
        assertThat(call.number("charged.1.charged")).isZero();
        // Grace pays by the minute what the member's minute would have left the listener.
        long forGrace = Formula.earned(Market.RATE, 60) * 3 / 60;
        assertThat(Market.taken(talk).number("earned.minor")).isEqualTo(Formula.earned(Market.RATE, 3) + forGrace);
        assertThat(Market.wallet(talk.member(), "available")).isZero();
    }

    @Test
    void grace_is_given_once_a_day() {
        Member ann = Market.memberWith(3 * A_SECOND);
        Market.settled(Market.connected(ann, Market.liveListener()));
        ann.topUp(3 * A_SECOND, "test_ok");
        Market.eventually().until(() -> Market.wallet(ann, "available") == 3 * A_SECOND);

        Market.refused(ann.call(Market.liveListener()), "INSUFFICIENT_FUNDS");
    }

    @Test
    void promotional_seconds_burn_before_money() {
        Member ann = Market.memberWith(100 * A_SECOND);
        Person admin = Market.somebody("admin");
        String wallet = ann.wallet().text("walletId");
        admin.post(
                        "/v1/admin/wallets/" + wallet + "/promos",
                        Map.of("unit", "SECONDS", "amount", 2, "expiresAt", "2099-01-01T00:00:00Z"))
                .ok();

        Talk talk = Market.connected(ann, Market.liveListener());
        Market.after(talk, 4);
        talk.endByMember().ok();

        Answer call = Market.settled(talk);
        long paid = call.number("billableSeconds") - 2;
        assertThat(call.text("charged.0.pocket")).isEqualTo("PROMO");
        assertThat(call.number("charged.0.charged")).isEqualTo(2);
        assertThat(call.number("charged.1.charged")).isEqualTo(Formula.charged(Market.RATE, paid));
    }
}
