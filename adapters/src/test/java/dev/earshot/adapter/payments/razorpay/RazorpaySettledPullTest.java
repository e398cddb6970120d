package dev.earshot.adapter.payments.razorpay;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Razorpay's list of what it has settled, asked over the wire, day by day as India has them. */
class RazorpaySettledPullTest {
    private static final String NONE = "{\"entity\": \"collection\", \"count\": 0, \"items\": []}";

    @RegisterExtension
    static WireMockExtension razorpay =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final List<ReportLine> lines = new ArrayList<>();
    private AnnotationConfigApplicationContext context;
    private BalanceReports reports;

    @BeforeEach
    void start() {
        context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("razorpay", Map.of("payments.provider", "razorpay")));
        context.registerBean(RazorpayHttp.class, () -> new RazorpayHttp(settings()));
        context.scan("dev.earshot.adapter.payments.razorpay.report");
        context.refresh();
        reports = context.getBean(BalanceReports.class);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void every_page_of_every_day_is_asked_for() throws Refused {
        stub("05", "0", page(IntStream.range(0, 100).mapToObj(RazorpaySettledPullTest::payment)));
        stub("05", "100", page(Stream.of(payment(100), """
                {"entity_id": "rfnd_1", "type": "refund", "debit": 42500, "credit": 0, "amount": 42500, "currency": "INR",
                 "fee": 0, "tax": 0, "created_at": 1567692600, "payment_id": "pay_0", "dispute_id": null}""")));
        stub("06", "0", page(Stream.of("""
                {"entity_id": "adj_1", "type": "adjustment", "debit": 50000, "credit": 0, "amount": 50000,
                 "currency": "INR", "fee": 0, "tax": 0, "created_at": 1567692700, "payment_id": null,
                 "dispute_id": "disp_1"}""")));

        // In India the second day has begun by then.
        reports.pull(Instant.parse("2019-09-05T10:00:00Z"), Instant.parse("2019-09-05T18:30:00Z"), lines::add);

        assertThat(reports.canBePulled()).isTrue();
        assertThat(lines).hasSize(103);
        assertThat(lines.get(0).movement()).contains(Movement.PAYMENT);
        assertThat(lines.get(0).amount()).isEqualTo(Money.of(100_000, "INR"));
        assertThat(lines.get(0).fee()).isEqualTo(Money.of(2_900, "INR"));
        assertThat(lines.get(0).net()).isEqualTo(Money.of(97_100, "INR"));
        assertThat(lines.get(0).at()).isEqualTo(Instant.ofEpochSecond(1_567_692_556));
        assertThat(lines.get(101).movement()).isEqualTo(Optional.of(Movement.REFUND));
        assertThat(lines.get(101).reference()).isEqualTo("pay_0");
        assertThat(lines.get(102).reference()).isEqualTo("disp_1");
        razorpay.verify(
                3,
                getRequestedFor(urlPathEqualTo("/v1/settlements/recon/combined"))
                        .withBasicAuth(new BasicCredentials("rzp_test_1", "secret"))
                        .withQueryParam("year", equalTo("2019"))
                        .withQueryParam("month", equalTo("09"))
                        .withQueryParam("count", equalTo("100")));
    }

    static Stream<ResponseDefinitionBuilder> noAnswers() {
        return Stream.of(
                aResponse().withStatus(429).withBody("{\"error\": {\"description\": \"Too many requests\"}}"),
                aResponse().withStatus(502).withBody("<html>"),
                okJson(NONE).withFixedDelay(2_000),
                okJson("{\"entity\": \"collection\"}"),
                aResponse().withStatus(200).withBody("<html>maintenance</html>"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void a_page_that_is_not_told_fails_the_whole_and_is_no_empty_day(ResponseDefinitionBuilder none) {
        stub("05", "0", page(IntStream.range(0, 100).mapToObj(RazorpaySettledPullTest::payment)));
        stub("05", "100", none);

        Instant noon = Instant.parse("2019-09-05T10:00:00Z");
        assertThatThrownBy(() -> reports.pull(noon, noon, lines::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Razorpay does not list what it has settled");
    }

    private static void stub(String day, String skip, ResponseDefinitionBuilder answer) {
        MappingBuilder question = get(urlPathEqualTo("/v1/settlements/recon/combined"))
                .withQueryParam("day", equalTo(day))
                .withQueryParam("skip", equalTo(skip));
        razorpay.stubFor(question.willReturn(answer));
    }

    private static ResponseDefinitionBuilder page(Stream<String> items) {
        String all = items.collect(Collectors.joining(","));
        return okJson("{\"entity\": \"collection\", \"items\": [" + all + "]}");
    }

    private static String payment(int number) {
        return """
                {"entity_id": "pay_%d", "type": "payment", "debit": 0, "credit": 97100, "amount": 100000,
                 "currency": "INR", "fee": 2900, "tax": 0, "on_hold": false, "settled": true, "created_at": 1567692556,
                 "settled_at": 1568176960, "settlement_id": "setl_1", "payment_id": null, "dispute_id": null}""".formatted(number);
    }

    private static RazorpaySettings settings() {
        return new RazorpaySettings(
                "rzp_test_1",
                "secret",
                List.of("hook_secret"),
                razorpay.baseUrl(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1));
    }
}
