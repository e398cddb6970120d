package dev.earshot.adapter.subscriptions.adapty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.adapter.hook.Arrival;
import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.PaymentEvent.Refunded;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionCancelled;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionExpired;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionRenewed;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionStarted;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class AdaptyHooksTest {
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-20T08:00:00Z");
    private static final About PURCHASE = new About("2000000001", "", "acc_42", "minutes_60", AT);
    private static final About SUBSCRIPTION = new About("2000000000", "", "acc_42", "minutes_60", AT);

    private final AdaptyHooks hooks = new AdaptyHooks(new AdaptySettings(true, List.of("word", "old word"), false));

    @Test
    void whoever_knows_the_word_is_adapty() throws Exception {
        Arrival arrival = hooks.verify(with("old word"), bytes(event("non_subscription_purchase")));

        assertThat(arrival.eventId()).isEqualTo("ev_aa");
        assertThat(arrival.type()).isEqualTo("non_subscription_purchase");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Word", "Bearer word", "word "})
    void whoever_does_not_is_refused(String word) {
        assertThatThrownBy(() -> hooks.verify(with(word), bytes(event("trial_started"))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> hooks.verify(new HttpHeaders(), bytes("{}"))).isInstanceOf(Refused.class);
    }

    @Test
    void a_try_of_the_address_is_answered_as_adapty_wants() throws Exception {
        assertThat(hooks.verify(with("word"), bytes("{}")).reply()).isEqualTo(Map.of("status", "ok"));
        assertThat(hooks.verify(with("word"), bytes("{\"adapty_check\": \"abc\"}")))
                .isEqualTo(Arrival.check(Map.of("adapty_check_response", "abc")));
    }

    @Test
    void purchases_are_told_to_the_unit() {
        assertThat(read("non_subscription_purchase")).isEqualTo(new Paid(PURCHASE, Money.of(999, "USD")));
        assertThat(read("non_subscription_purchase_refunded")).isEqualTo(new Refunded(PURCHASE, Money.of(999, "USD")));
    }

    @ParameterizedTest
    @CsvSource({"9.99, USD, 999", "1000, JPY, 1000", "1.005, KWD, 1005", "0.1, EUR, 10"})
    void prices_keep_their_units(String price, String currency, long minor) {
        String body = event("non_subscription_purchase")
                .replace("9.99", price)
                .replace("\"currency\": \"USD\"", "\"currency\": \"" + currency + "\"");

        assertThat(hooks.read(bytes(body))).contains(new Paid(PURCHASE, Money.of(minor, currency)));
    }

    @Test
    void subscriptions_keep_the_name_they_began_with() {
        var price = Money.of(999, "USD");

        assertThat(read("subscription_started")).isEqualTo(new SubscriptionStarted(SUBSCRIPTION, price, UNTIL));
        assertThat(read("subscription_renewed")).isEqualTo(new SubscriptionRenewed(SUBSCRIPTION, price, UNTIL));
        assertThat(read("subscription_renewal_cancelled")).isEqualTo(new SubscriptionCancelled(SUBSCRIPTION, UNTIL));
        assertThat(read("subscription_expired")).isEqualTo(new SubscriptionExpired(SUBSCRIPTION));
    }

    @Test
    void a_trial_costs_nothing() {
        String body = event("trial_started").replace("9.99", "null");

        assertThat(hooks.read(bytes(body))).contains(new SubscriptionStarted(SUBSCRIPTION, Money.of(0, "USD"), UNTIL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "null"})
    void what_a_promotion_gives_for_nothing_is_bought_for_nothing(String price) {
        String body = event("non_subscription_purchase").replace("9.99", price);

        assertThat(hooks.read(bytes(body))).contains(new Paid(PURCHASE, Money.of(0, "USD")));
    }

    @Test
    void what_is_bought_in_a_sandbox_counts_only_where_it_shall() {
        byte[] body = bytes(event("non_subscription_purchase").replace("Production", "Sandbox"));

        assertThat(hooks.read(body)).isEmpty();
        assertThat(new AdaptyHooks(new AdaptySettings(true, List.of("word"), true)).read(body))
                .isPresent();
    }

    @Test
    void whoever_is_not_identified_goes_by_their_profile() {
        var event = (Paid) hooks.read(bytes(event("non_subscription_purchase").replace("\"acc_42\"", "null")))
                .orElseThrow();

        assertThat(event.about().customer()).isEqualTo("profile_1");
    }

    @Test
    void the_address_that_the_buyer_gave_comes_along() {
        String body =
                event("non_subscription_purchase").replace("{\"profile_id\"", "{\"email\": \"a@b.c\", \"profile_id\"");

        assertThat(((Paid) hooks.read(bytes(body)).orElseThrow()).about().email())
                .isEqualTo("a@b.c");
    }

    @Test
    void a_missing_word_stops_the_start_by_name() {
        assertThatThrownBy(() -> new AdaptyHooks(new AdaptySettings(true, List.of(""), false)))
                .hasMessageContaining("SUBSCRIPTIONS_ADAPTY_AUTHORIZATIONS");
    }

    private Object read(String type) {
        return hooks.read(bytes(event(type))).orElseThrow();
    }

    private static String event(String type) {
        return """
                {"profile_id": "profile_1", "customer_user_id": "acc_42", "event_type": "%s",
                 "event_datetime": "2026-11-20T08:00:00.000000+0000", "event_api_version": 1,
                 "event_properties": {"store": "app_store", "environment": "Production",
                  "vendor_product_id": "minutes_60", "transaction_id": "2000000001",
                  "original_transaction_id": "2000000000", "price_usd": 1, "price_local": 9.99, "currency": "USD",
                  "subscription_expires_at": "2026-12-20T08:00:00.000000+0000", "profile_event_id": "ev_aa"}}""".formatted(type);
    }

    private static HttpHeaders with(String word) {
        var headers = new HttpHeaders();
        headers.set("Authorization", word);
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
