package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class TopUpTest {
    @Test
    void a_good_card_pays_at_once() {
        Member ann = Market.memberWith(0);

        String topUp = ann.topUp(2_000, "test_ok");

        Market.eventually().until(() -> Market.wallet(ann, "available") == 2_000);
        assertThat(Market.topUp(ann, topUp)).isEqualTo("PAID");
    }

    @Test
    void a_declined_card_pays_nothing_and_says_why() {
        Member ann = Market.memberWith(0);

        String broke = ann.topUp(2_000, "test_insufficient_funds");
        String refused = ann.topUp(2_000, "test_declined");

        List.of(broke, refused)
                .forEach(topUp -> Market.eventually().until(() -> Market.topUp(ann, topUp), "DECLINED"::equals));
        assertThat(ann.person().get("/v1/wallet/top-ups/" + broke).text("reason"))
                .isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(ann.person().get("/v1/wallet/top-ups/" + refused).text("reason"))
                .isEqualTo("CARD_DECLINED");
        assertThat(Market.wallet(ann, "available")).isZero();
    }

    @Test
    void a_method_nobody_takes_is_refused_at_once_and_named() {
        Member ann = Market.memberWith(0);

        Answer answer =
                ann.person().post("/v1/wallet/top-ups", Map.of("amount", Member.usd(2_000), "method", "my_card"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("PAYMENT_METHOD_UNKNOWN");
        assertThat(answer.at("errors").get(0).path("field").asString()).isEqualTo("method");
        assertThat(ann.person().get("/v1/wallet/top-ups").ok().at("items")).isEmpty();
    }

    @Test
    void a_late_answer_pays_late() {
        Member ann = Market.memberWith(0);

        String topUp = ann.topUp(2_000, "test_late");

        Market.eventually().until(() -> Market.topUp(ann, topUp), "REQUESTED"::equals);
        Market.eventually().until(() -> Market.wallet(ann, "available") == 2_000);
    }

    @Test
    void money_whose_confirmation_was_lost_is_found_by_asking_again() {
        Member ann = Market.memberWith(0);

        ann.topUp(2_000, "test_timeout");

        Market.eventually().until(() -> Market.wallet(ann, "available") == 2_000);
    }

    @Test
    void a_request_sent_twice_under_one_key_takes_the_money_once() {
        Member ann = Market.memberWith(0);
        var body = Map.of("amount", Member.usd(2_000), "method", "test_ok");

        Answer first = ann.person().post("/v1/wallet/top-ups", body, "once-only");
        Answer second = ann.person().post("/v1/wallet/top-ups", body, "once-only");

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.text()).isEqualTo(first.text());
        Market.eventually().until(() -> Market.wallet(ann, "available") == 2_000);
        assertThat(ann.person().get("/v1/wallet/top-ups").ok().at("items").size())
                .isEqualTo(1);
    }

    @Test
    void one_key_with_another_body_is_refused() {
        Person ann = Market.memberWith(0).person();
        ann.post("/v1/wallet/top-ups", Map.of("amount", Member.usd(2_000), "method", "test_ok"), "again")
                .ok();

        Answer other =
                ann.post("/v1/wallet/top-ups", Map.of("amount", Member.usd(9_000), "method", "test_ok"), "again");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void moving_money_needs_a_key() {
        Person ann = Market.memberWith(0).person();

        Answer answer = ann.send("POST", "/v1/wallet/top-ups", """
                {"amount": {"minor": 2000, "currency": "USD"}, "method": "test_ok"}""", Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }
}
