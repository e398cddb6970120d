package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Talk;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What an app store tells of a subscription, in whatever order, is a membership of the account that bought it. */
@Execution(ExecutionMode.CONCURRENT)
class AdaptySubscriptionTest {
    private static final Instant BOUGHT = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void a_subscription_that_was_started_in_a_store_pays_calls_with_the_days_allowance() {
        Member ann = Market.memberWith(0);
        String account = account(ann);
        Market.somebody("admin")
                .post("/v1/admin/accounts/" + account + "/version", Map.of("version", "MEMBERSHIP"))
                .ok();

        deliver(account, "subscription_started", 0, 30);

        Answer member = eventually(ann, true, true);
        assertThat(member.text("status")).isEqualTo("ACTIVE");
        assertThat(member.text("tier.name")).isEqualTo("story-month");
        Talk talk = Market.connected(ann, Market.liveListener());
        Market.after(talk, 1);
        talk.endByMember().ok();
        assertThat(Market.settled(talk).text("charged.0.pocket")).isEqualTo("ALLOWANCE");
        assertThat(ann.person()
                        .post("/v1/memberships", Map.of("tier", "story-large", "method", "test_ok"))
                        .code())
                .isEqualTo("MEMBERSHIP_OF_STORE");
    }

    /** Elsewhere an expiry of the last period, told late, ended the one that had been paid meanwhile. */
    @Test
    void whatever_order_a_store_tells_it_in_the_latest_payment_counts() {
        List<Told> all = List.of(
                new Told("subscription_started", 0, 1),
                new Told("subscription_renewal_cancelled", 60, 1),
                new Told("subscription_expired", 3_600, 1),
                new Told("subscription_renewed", 7_200, 30));
        Member ann = Market.memberWith(0);
        Member ben = Market.memberWith(0);
        String annsAccount = account(ann);
        String bensAccount = account(ben);
        for (int each = 0; each < all.size(); each++) {
            tell(annsAccount, all.get(each));
            tell(bensAccount, all.get(all.size() - 1 - each));
        }
        tell(annsAccount, all.get(2));

        Market.eventually().until(() -> processed(annsAccount) == 4 && processed(bensAccount) == 4);
        String end = BOUGHT.plus(Duration.ofDays(30)).toString();
        for (Member member : List.of(ann, ben)) {
            Market.eventually().until(() -> eventually(member, true, true).text("periodEnd"), end::equals);
        }
    }

    @Test
    void a_cancelled_one_lasts_as_long_as_it_is_paid_and_an_expired_one_is_over() {
        Member ann = Market.memberWith(0);
        String account = account(ann);
        deliver(account, "subscription_renewal_cancelled", 10, 30);
        deliver(account, "subscription_started", 0, 30);
        eventually(ann, true, false);

        deliver(account, "subscription_expired", 20, 30);

        eventually(ann, false, false);
    }

    private record Told(String type, int second, int days) {}

    private static void tell(String account, Told told) {
        deliver(account, told.type(), told.second(), told.days());
    }

    private static void deliver(String account, String type, int second, int days) {
        String body = """
                {"profile_id": "profile_1", "customer_user_id": "%1$s", "event_type": "%2$s",
                 "event_datetime": "%3$s", "event_api_version": 1,
                 "event_properties": {"store": "app_store", "environment": "Production",
                  "vendor_product_id": "story-month", "transaction_id": "tx_%1$s_%2$s",
                  "original_transaction_id": "ori_%1$s", "price_usd": 10, "price_local": 10.00, "currency": "USD",
                  "subscription_expires_at": "%4$s", "profile_event_id": "ev_%1$s_%2$s"}}""".formatted(
                        account, type, time(BOUGHT.plusSeconds(second)), time(BOUGHT.plus(Duration.ofDays(days))));
        Answer answer = Market.api()
                .anonymous()
                .send("POST", "/hooks/adapty", body, Map.of("Authorization", Running.ADAPTY_WORD));
        assertThat(answer.status()).isEqualTo(200);
    }

    /** How many hooks about this account have been carried out. */
    private static long processed(String account) {
        long processed = 0;
        for (var event : Market.somebody("finance")
                .get("/v1/admin/payment-events?provider=adapty&limit=200")
                .ok()
                .at("items")) {
            boolean ofAccount = event.path("eventId").asString().contains(account);
            processed += ofAccount && event.path("status").asString().equals("PROCESSED") ? 1 : 0;
        }
        return processed;
    }

    private static String time(Instant moment) {
        return moment.toString().replace("Z", ".000000+0000");
    }

    private static Answer eventually(Member member, boolean live, boolean renews) {
        return Market.eventually()
                .until(
                        () -> member.person().get("/v1/memberships/me").ok(),
                        seen -> seen.at("live").asBoolean() == live
                                && seen.at("renews").asBoolean() == renews
                                && (!live || seen.at("ofStore").asBoolean()));
    }

    private static String account(Member member) {
        return member.person().get("/v1/me").ok().text("accountId");
    }
}
