package dev.earshot.adapter.payments.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.stripe.StripeClient;
import dev.earshot.api.money.Money;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.BalanceReports;
import dev.earshot.platform.report.ReportLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Stripe's list of balance transactions, asked over the wire. */
class StripeBalancePullTest {
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-02T00:00:00Z");

    @RegisterExtension
    static WireMockExtension stripe =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final List<ReportLine> lines = new ArrayList<>();
    private AnnotationConfigApplicationContext context;
    private BalanceReports reports;

    @BeforeEach
    void start() {
        context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("stripe", Map.of("payments.provider", "stripe")));
        context.registerBean(StripeClient.class, () -> StripeAccess.client(settings()));
        context.scan("dev.earshot.adapter.payments.stripe.report");
        context.refresh();
        reports = context.getBean(BalanceReports.class);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void every_page_is_asked_for_with_what_each_transaction_is_about() throws Refused {
        stripe.stubFor(list().withQueryParam("starting_after", absent())
                .willReturn(page(
                        true,
                        transaction(
                                "txn_3",
                                "dispute",
                                -1500,
                                1500,
                                "{\"object\": \"dispute\", \"id\": \"dp_1\", \"payment_intent\": \"pi_1\"}"),
                        transaction(
                                "txn_2",
                                "refund",
                                -500,
                                0,
                                "{\"object\": \"refund\", \"id\": \"re_1\", \"payment_intent\": \"pi_1\"}"))));
        stripe.stubFor(list().withQueryParam("starting_after", equalTo("txn_2"))
                .willReturn(page(
                        false,
                        transaction(
                                "txn_1",
                                "charge",
                                2000,
                                88,
                                "{\"object\": \"charge\", \"id\": \"ch_1\", \"payment_intent\": \"pi_1\"}"))));

        pull();

        assertThat(reports.canBePulled()).isTrue();
        assertThat(lines)
                .extracting(ReportLine::movement)
                .containsExactly(
                        Optional.of(Movement.DISPUTE), Optional.of(Movement.REFUND), Optional.of(Movement.PAYMENT));
        assertThat(lines).extracting(ReportLine::reference).containsExactly("dp_1", "pi_1", "pi_1");
        assertThat(lines.get(2).fee()).isEqualTo(Money.of(88, "USD"));
        assertThat(lines.get(2).net()).isEqualTo(Money.of(1912, "USD"));
        assertThat(lines.get(2).at()).isEqualTo(FROM.plusSeconds(60));
        stripe.verify(
                2,
                getRequestedFor(urlPathEqualTo("/v1/balance_transactions"))
                        .withHeader("Authorization", equalTo("Bearer sk_test_1"))
                        .withQueryParam("limit", equalTo("100"))
                        .withQueryParam("created[gte]", equalTo(Long.toString(FROM.getEpochSecond())))
                        .withQueryParam("created[lte]", equalTo(Long.toString(UNTIL.getEpochSecond())))
                        .withQueryParam("expand[0]", equalTo("data.source")));
    }

    @Test
    void a_listeners_part_of_a_payment_is_beside_and_what_returns_of_a_payout_is_told_by_its_transfer() throws Refused {
        stripe.stubFor(list().willReturn(page(
                false,
                transaction(
                        "txn_1",
                        "transfer",
                        -2000,
                        0,
                        "{\"object\": \"transfer\", \"id\": \"tr_1\", \"source_transaction\": \"ch_1\"}"),
                transaction(
                        "txn_2",
                        "transfer",
                        -3000,
                        0,
                        "{\"object\": \"transfer\", \"id\": \"tr_2\", \"source_transaction\": null}"),
                transaction(
                        "txn_3",
                        "transfer_reversal",
                        3000,
                        0,
                        "{\"object\": \"transfer_reversal\", \"id\": \"trr_1\", \"transfer\": \"tr_2\"}"),
                transaction("txn_4", "payout", -9000, 0, "\"po_1\""))));

        pull();

        assertThat(lines)
                .extracting(ReportLine::movement)
                .containsExactly(
                        Optional.empty(), Optional.of(Movement.PAYOUT), Optional.of(Movement.PAYOUT), Optional.empty());
        assertThat(lines).extracting(ReportLine::reference).containsExactly("tr_1", "tr_2", "tr_2", "po_1");
    }

    @Test
    void where_nothing_has_moved_nothing_is_told() throws Refused {
        stripe.stubFor(list().willReturn(page(false)));

        pull();

        assertThat(lines).isEmpty();
    }

    static Stream<ResponseDefinitionBuilder> noAnswers() {
        return Stream.of(
                aResponse()
                        .withStatus(429)
                        .withBody("{\"error\": {\"type\": \"invalid_request_error\", \"code\": \"rate_limit\"}}"),
                aResponse().withStatus(503).withBody("gone for a while"),
                aResponse().withStatus(200).withBody("{").withFixedDelay(2_000),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void a_page_that_is_not_told_fails_the_whole(ResponseDefinitionBuilder none) {
        stripe.stubFor(list().withQueryParam("starting_after", absent())
                .willReturn(page(true, transaction("txn_2", "charge", 100, 0, "\"ch_2\""))));
        stripe.stubFor(list().withQueryParam("starting_after", equalTo("txn_2")).willReturn(none));

        assertThatThrownBy(this::pull)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Stripe does not list its balance");
    }

    private void pull() throws Refused {
        reports.pull(FROM, UNTIL, lines::add);
    }

    private static MappingBuilder list() {
        return get(urlPathEqualTo("/v1/balance_transactions"));
    }

    private static ResponseDefinitionBuilder page(boolean more, String... transactions) {
        return okJson("{\"object\": \"list\", \"url\": \"/v1/balance_transactions\", \"has_more\": %s, \"data\": [%s]}"
                .formatted(more, String.join(",", transactions)));
    }

    private static String transaction(String id, String category, long amount, long fee, String source) {
        return """
                {"id": "%s", "object": "balance_transaction", "amount": %d, "fee": %d, "fee_details": [], "net": %d,
                 "currency": "usd", "created": %d, "available_on": %d, "status": "available", "type": "%s",
                 "reporting_category": "%s", "source": %s}""".formatted(
                        id,
                        amount,
                        fee,
                        amount - fee,
                        FROM.plusSeconds(60).getEpochSecond(),
                        UNTIL.getEpochSecond(),
                        category,
                        category,
                        source);
    }

    private static StripeSettings settings() {
        return new StripeSettings(
                "sk_test_1",
                "pk_test_1",
                List.of("whsec_1"),
                stripe.baseUrl(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                Duration.ofHours(23));
    }
}
