package dev.earshot.query.earnings;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.account.Role;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.money.Money;
import dev.earshot.query.QueryTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EarningsApiTest extends QueryTest {
    @Test
    void a_running_call_accrues_every_second_until_it_is_credited() {
        var grant = story.cash(300);
        given(story.connectedOn(5000, grant));
        assertThat(minor("accruing")).isZero();

        given(story.drawn(grant, 37));
        await().atMost(10, SECONDS).until(() -> minor("accruing") == 104);
        assertThat(minor("earned")).isZero();

        given(story.settledAfter(37, grant));
        assertThat(minor("accruing")).isZero();
        assertThat(minor("earned")).isEqualTo(104);
        assertThat(minor("available")).isZero();
        assertThat(minor("paid")).isZero();
    }

    @Test
    void entries_come_newest_first_with_the_total_after_each() {
        given(credit("A", 100), credit("B", 20), credit("C", 3));

        var first = asListener("/v1/earnings/entries?limit=2").body();
        var second = asListener("/v1/earnings/entries?limit=2&cursor="
                        + first.path("next").asString())
                .body();

        assertThat(first.path("items").findValuesAsString("callId")).containsExactly(callId("C"), callId("B"));
        assertThat(first.at("/items/0/balance").toString()).isEqualTo("{\"minor\":123,\"currency\":\"USD\"}");
        assertThat(first.at("/items/1/amount/minor").asLong()).isEqualTo(20);
        assertThat(second.path("items").findValuesAsString("callId")).containsExactly(callId("A"));
    }

    @Test
    void who_earned_in_two_currencies_has_coins_of_each() {
        given(credit("A", Money.of(100, "USD")), credit("B", Money.of(70, "EUR")), credit("C", Money.of(7, "EUR")));

        assertThat(asListener("/v1/earnings?currency=USD").body().path("earned").toString())
                .isEqualTo("{\"minor\":100,\"currency\":\"USD\"}");
        assertThat(asListener("/v1/earnings?currency=EUR")
                        .body()
                        .at("/earned/minor")
                        .asLong())
                .isEqualTo(77);
        assertThat(asListener("/v1/earnings").body().path("currency").asString())
                .as("the one that moved last")
                .isEqualTo("EUR");
        assertThat(asListener("/v1/earnings?currency=INR")
                        .body()
                        .at("/earned/minor")
                        .asLong())
                .isZero();
        var coins = asListener("/v1/me/earnings?currency=USD").body();
        assertThat(coins.at("/pending/minor").asLong()).isEqualTo(100);
        assertThat(coins.path("currencies").toString()).isEqualTo("[\"EUR\",\"USD\"]");
    }

    @Test
    void earnings_are_for_listeners_only() {
        assertThat(get("/v1/earnings", story.listener, Role.MEMBER).status()).isEqualTo(403);
        assertThat(asListener("/v1/earnings").code()).isEqualTo("LISTENER_UNKNOWN");
    }

    @Test
    void a_listener_who_has_earned_nothing_yet_sees_zeros() {
        given(story.profile());

        assertThat(minor("earned")).isZero();
        assertThat(asListener("/v1/earnings/entries").body().path("items")).isEmpty();
    }

    private EarningsCredited credit(String call, long minor) {
        return credit(call, Money.of(minor, "USD"));
    }

    private EarningsCredited credit(String call, Money amount) {
        return new EarningsCredited(EarningsId.of(story.listenerId), new CallId(callId(call)), amount, story.at(1));
    }

    private String callId(String call) {
        return story.call.value() + call;
    }

    private long minor(String field) {
        JsonNode earnings = asListener("/v1/earnings").body();
        return earnings.path(field).path("minor").asLong();
    }
}
