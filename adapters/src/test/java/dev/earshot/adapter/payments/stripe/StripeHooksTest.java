package dev.earshot.adapter.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.Webhook;
import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.CardChanged;
import dev.earshot.adapter.payments.PaymentEvent.Declined;
import dev.earshot.adapter.payments.PaymentEvent.DisputeLost;
import dev.earshot.adapter.payments.PaymentEvent.DisputeWon;
import dev.earshot.adapter.payments.PaymentEvent.Disputed;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.PaymentEvent.RefundFailed;
import dev.earshot.adapter.payments.PaymentEvent.Refunded;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionCancelled;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionExpired;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionRenewed;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionStarted;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpDecline;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class StripeHooksTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_163_800L);
    private static final Instant LATER = Instant.ofEpochSecond(1_797_755_800L);
    private static final Money TWENTY = Money.of(2000, "USD");

    private static final StripeSettings SETTINGS = new StripeSettings(
            "sk_test_1",
            "pk_test_1",
            List.of("whsec_new", "whsec_old"),
            "http://127.0.0.1",
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ofHours(23));

    private final StripeHooks hooks =
            new StripeHooks(SETTINGS, new StripeGateway(SETTINGS), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void what_stripes_own_library_signs_is_taken() throws Exception {
        String body = event("payment_intent.succeeded", "{\"id\": \"pi_1\", \"text\": \"ü\"}");

        var arrival = hooks.verify(signed(body, "whsec_old"), body.getBytes(StandardCharsets.UTF_8));

        assertThat(arrival.eventId()).isEqualTo("evt_1");
        assertThat(arrival.type()).isEqualTo("payment_intent.succeeded");
    }

    @Test
    void another_body_or_no_header_is_refused() throws Exception {
        String body = event("payment_intent.succeeded", "{}");

        assertThatThrownBy(() -> hooks.verify(signed(body, "whsec_new"), "{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> hooks.verify(signed(body, "whsec_x"), body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> hooks.verify(new HttpHeaders(), body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void the_number_of_pending_deliveries_makes_no_other_event() throws Exception {
        String body = event("payment_intent.succeeded", "{\"id\": \"pi_1\"}");
        String again = body.replace("\"pending_webhooks\": 1", "\"pending_webhooks\": 0");

        assertThat(hooks.verify(signed(again, "whsec_new"), again.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(hooks.verify(signed(body, "whsec_new"), body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void payments_tell_whose_top_up_they_are() {
        assertThat(read("payment_intent.succeeded", """
                        {"id": "pi_1", "amount": 2000, "amount_received": 2000, "currency": "usd", "customer": null,
                         "metadata": {"topUpId": "top_1"}}"""))
                .isEqualTo(new Paid(new About("pi_1", "top_1", "", "", NOW), TWENTY));
        assertThat(read("payment_intent.payment_failed", """
                        {"id": "pi_1", "currency": "usd", "customer": "cus_1", "metadata": {"topUpId": "top_1"},
                         "last_payment_error": {"code": "card_declined", "decline_code": "insufficient_funds"}}"""))
                .isEqualTo(new Declined(new About("pi_1", "top_1", "cus_1", "", NOW), TopUpDecline.INSUFFICIENT_FUNDS));
    }

    @ParameterizedTest
    @CsvSource({
        "payment_intent.amount_capturable_updated, false",
        "payment_intent.succeeded, false",
        "payment_intent.payment_failed, false",
        "payment_intent.requires_action, false",
        "charge.captured, false",
        "payment_intent.canceled, true",
        "charge.expired, true"
    })
    void what_is_told_of_a_calls_card_makes_us_ask_and_is_no_top_up(String type, boolean mayHaveLapsed) {
        String object = """
                {"id": "pi_1", "amount": 300, "amount_received": 300, "currency": "usd", "customer": "cus_1",
                 "metadata": {"cardPaymentId": "cpay_onen001", "callId": "call_one"}}""";

        assertThat(read(type, object))
                .isEqualTo(new CardChanged(new About("pi_1", "cpay_onen001", "", "", NOW), mayHaveLapsed));
    }

    @Test
    void what_is_told_of_a_saved_card_makes_us_ask() {
        String setup = "{\"id\": \"seti_1\", \"metadata\": {\"cardId\": \"card_one\"}}";
        var changed = new CardChanged(new About("seti_1", "card_one", "", "", NOW), false);

        assertThat(read("setup_intent.succeeded", setup)).isEqualTo(changed);
        assertThat(read("setup_intent.setup_failed", setup)).isEqualTo(changed);
        assertThat(read("payment_method.detached", "{\"id\": \"pm_1\", \"customer\": null}"))
                .isEqualTo(new CardChanged(new About("pm_1", "", "", "", NOW), false));
    }

    private static final String SESSION = """
            {"id": "cs_1", "mode": "payment", "payment_status": "paid", "payment_intent": "pi_1", "amount_total": 2000,
             "currency": "usd", "customer": null, "client_reference_id": "device-7", "metadata": {"product": "tokens-100"},
             "customer_details": {"email": "ann@example.com"}}""";

    /** Somebody may buy on a page before they have an account. */
    @Test
    void a_paid_checkout_tells_what_was_bought_and_by_whom() {
        var paid = new Paid(new About("pi_1", "", "device-7", "tokens-100", NOW, "ann@example.com"), TWENTY);

        assertThat(read("checkout.session.completed", SESSION)).isEqualTo(paid);
        assertThat(read("checkout.session.async_payment_succeeded", SESSION)).isEqualTo(paid);
    }

    @ParameterizedTest
    @CsvSource({"paid, unpaid", "paid, no_payment_required", "payment, subscription", "payment, setup"})
    void a_checkout_that_brought_no_money_concerns_nobody(String from, String to) {
        String session = SESSION.replace("\"" + from + "\"", "\"" + to + "\"");

        assertThat(hooks.read(bytes(event("checkout.session.completed", session))))
                .isEmpty();
    }

    /** Its checkout tells more of it. */
    @Test
    void a_payment_that_nobody_asked_for_here_concerns_nobody() {
        assertThat(hooks.read(bytes(event("payment_intent.succeeded", """
                        {"id": "pi_1", "amount_received": 2000, "currency": "usd", "metadata": {}}""")))).isEmpty();
    }

    @Test
    void money_that_goes_back_is_told_of_the_payment_it_came_with() {
        String charge = """
                {"id": "ch_1", "payment_intent": "pi_1", "amount_refunded": 2000, "amount": 2000, "currency": "usd",
                 "status": "%s", "metadata": {"topUpId": "top_1"}}""";
        var about = new About("pi_1", "top_1", "", "", NOW);

        assertThat(read("charge.refunded", charge)).isEqualTo(new Refunded(about, TWENTY));
    }

    /** The state tells, not the event's name: closed before created, lost at creation and won after lost are all legal. */
    @Test
    void a_dispute_is_what_its_state_says() {
        String dispute = """
                {"id": "dp_1", "object": "dispute", "payment_intent": "pi_1", "amount": 2000, "currency": "usd",
                 "status": "%s"}""";
        var about = new About("pi_1", "", "", "", NOW);

        assertThat(read("charge.dispute.created", dispute.formatted("needs_response")))
                .isEqualTo(new Disputed(about, "dp_1", TWENTY));
        assertThat(read("charge.dispute.funds_withdrawn", dispute.formatted("under_review")))
                .isEqualTo(new Disputed(about, "dp_1", TWENTY));
        assertThat(read("charge.dispute.created", dispute.formatted("lost")))
                .isEqualTo(new DisputeLost(about, "dp_1", TWENTY));
        assertThat(read("charge.dispute.closed", dispute.formatted("lost")))
                .isEqualTo(new DisputeLost(about, "dp_1", TWENTY));
        assertThat(read("charge.dispute.funds_reinstated", dispute.formatted("won")))
                .isEqualTo(new DisputeWon(about, "dp_1", TWENTY));
        assertThat(hooks.read(bytes(event("charge.dispute.created", dispute.formatted("warning_needs_response")))))
                .isEmpty();
        assertThat(hooks.read(bytes(event("charge.dispute.closed", dispute.formatted("warning_closed")))))
                .isEmpty();
    }

    @Test
    void a_refund_that_did_not_arrive_is_told_by_our_name_for_it() {
        String refund = """
                {"id": "re_1", "object": "refund", "payment_intent": "pi_1", "amount": 2000, "currency": "usd",
                 "status": "%s", "metadata": {"topUpId": "top_1", "refundId": "rfd_1"}}""";

        assertThat(read("refund.failed", refund.formatted("failed")))
                .isEqualTo(new RefundFailed(new About("pi_1", "top_1", "", "", NOW), "re_1", "rfd_1", TWENTY));
        assertThat(hooks.read(bytes(event("refund.updated", refund.formatted("succeeded")))))
                .isEmpty();
    }

    @Test
    void subscriptions_are_told_by_their_invoices_and_their_end() {
        String invoice = """
                {"id": "in_1", "customer": "cus_1", "amount_paid": 2000, "currency": "usd", "billing_reason": "%s",
                 "parent": {"subscription_details": {"subscription": "sub_1"}},
                 "lines": {"data": [{"period": {"end": 1797755800},
                                     "pricing": {"price_details": {"product": "prod_gold"}}}]}}""";
        String subscription = """
                {"id": "sub_1", "customer": "cus_1", "cancel_at_period_end": true,
                 "items": {"data": [{"current_period_end": 1797755800, "price": {"product": "prod_gold"}}]}}""";
        var about = new About("sub_1", "", "cus_1", "prod_gold", NOW);

        assertThat(read("invoice.paid", invoice.formatted("subscription_create")))
                .isEqualTo(new SubscriptionStarted(about, TWENTY, LATER));
        assertThat(read("invoice.paid", invoice.formatted("subscription_cycle")))
                .isEqualTo(new SubscriptionRenewed(about, TWENTY, LATER));
        assertThat(read("customer.subscription.updated", subscription))
                .isEqualTo(new SubscriptionCancelled(about, LATER));
        assertThat(read("customer.subscription.deleted", subscription)).isEqualTo(new SubscriptionExpired(about));
    }

    @Test
    void other_events_concern_nobody() {
        assertThat(hooks.read(bytes(event("radar.early_fraud_warning.created", "{}"))))
                .isEmpty();
        assertThat(hooks.read(bytes("{\"object\": \"v2.core.event\", \"type\": \"v2.core.account.updated\","
                        + " \"created\": 1795163800}")))
                .isEmpty();
    }

    @Test
    void what_is_missing_is_no_event() {
        assertThatThrownBy(() -> read("payment_intent.succeeded", "{\"id\": \"pi_1\", \"currency\": \"usd\"}"))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> read("payment_intent.succeeded", "{\"amount_received\": 1, \"currency\": \"usd\"}"))
                .isInstanceOf(RuntimeException.class);
    }

    private Object read(String type, String object) {
        return hooks.read(bytes(event(type, object))).orElseThrow();
    }

    private static String event(String type, String object) {
        return """
                {"id": "evt_1", "object": "event", "api_version": "2020-01-01", "created": 1795163800, "type": "%s",
                 "pending_webhooks": 1, "data": {"object": %s}}""".formatted(type, object);
    }

    private static HttpHeaders signed(String body, String secret) throws Exception {
        var headers = new HttpHeaders();
        headers.set("Stripe-Signature", Webhook.Signature.generateSignatureHeader(body, secret, NOW.getEpochSecond()));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
