package dev.earshot.adapter.payments.sandbox.hook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.earshot.adapter.TestDatabase;
import dev.earshot.adapter.hook.HookProvider.Missed;
import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.sandbox.StoryClock;
import dev.earshot.api.money.Money;
import dev.earshot.platform.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The network sends to a door that we make behave as doors do. */
class SandboxSenderTest {
    @RegisterExtension
    static WireMockExtension door =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");

    private final SettableClock time = new SettableClock();
    private AnnotationConfigApplicationContext context;

    @BeforeEach
    void begin() {
        TestDatabase.jdbc().sql("TRUNCATE sandbox_event").update();
        time.set(TEN);
        door.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(200)));
        settings();
    }

    @AfterEach
    void end() {
        context.close();
    }

    @Test
    void an_event_is_told_once_signed_so_that_its_own_door_takes_it() throws Exception {
        tell("sev_1");

        after(Duration.ZERO);
        after(Duration.ofHours(1));

        var request = requests().get(0);
        assertThat(requests()).hasSize(1);
        var headers = new org.springframework.http.HttpHeaders();
        headers.add("Sandbox-Signature", request.getHeader("Sandbox-Signature"));
        time.set(TEN);
        assertThat(hooks().verify(headers, request.getBody()).eventId()).isEqualTo("sev_1");
        assertThat(hooks().read(request.getBody())).contains(paid());
    }

    @Test
    void an_event_that_is_told_to_be_told_again_is_not() {
        tell("sev_1");
        tell("sev_1");

        after(Duration.ofSeconds(1));

        assertThat(requests()).hasSize(1);
    }

    @Test
    void what_has_not_happened_yet_is_not_told() {
        context.getBean(SandboxEvents.class)
                .tell("sev_1", new Paid(about(TEN.plusSeconds(5)), Money.of(2000, "USD")), Manner.AT_ONCE);

        after(Duration.ofSeconds(4));
        assertThat(requests()).isEmpty();
        assertThat(hooks().toldSince(TEN)).isEmpty();

        after(Duration.ofSeconds(1));
        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 429, 500, 503})
    void what_is_not_taken_is_told_again_word_for_word_and_less_and_less_often(int status) {
        door.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(status)));
        tell("sev_1");

        after(Duration.ZERO);
        after(Duration.ofSeconds(1));
        after(Duration.ofSeconds(1));
        assertThat(requests()).hasSize(2);
        after(Duration.ofSeconds(1));
        assertThat(requests()).hasSize(3);
        assertThat(requests())
                .extracting(LoggedRequest::getBodyAsString)
                .containsOnly(requests().get(0).getBodyAsString());

        door.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(204)));
        after(Duration.ofMinutes(1));
        after(Duration.ofMinutes(1));
        assertThat(requests()).hasSize(4);
        assertThat(hooks().toldSince(TEN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_that_is_none_counts_as_not_taken(Fault fault) {
        door.stubFor(post(anyUrl()).willReturn(aResponse().withFault(fault)));
        tell("sev_1");
        after(Duration.ZERO);

        door.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(200)));
        after(Duration.ofSeconds(1));

        assertThat(hooks().toldSince(TEN)).isEmpty();
    }

    @Test
    void what_is_never_taken_is_given_up_after_a_while_and_still_listed() {
        door.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(500)));
        tell("sev_1");
        after(Duration.ofHours(25));
        assertThat(requests()).hasSize(1);

        door.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(200)));
        after(Duration.ofHours(1));

        assertThat(requests()).hasSize(1);
        assertThat(hooks().toldSince(TEN))
                .extracting(missed -> missed.arrival().eventId())
                .containsExactly("sev_1");
    }

    @Test
    void settings_make_all_come_twice() {
        settings("twice-percent=100");
        tell("sev_1");

        after(Duration.ofSeconds(1));
        after(Duration.ofSeconds(1));

        assertThat(requests()).hasSize(2);
    }

    @Test
    void settings_make_all_get_lost_and_what_is_lost_is_listed_as_it_would_have_come() {
        settings("lost-percent=100");
        tell("sev_1");

        after(Duration.ofHours(1));

        assertThat(requests()).isEmpty();
        assertThat(hooks().toldSince(TEN))
                .extracting(Missed::body)
                .containsExactly(SandboxWords.written("sev_1", paid()).getBytes(StandardCharsets.UTF_8));
        assertThat(hooks().toldSince(TEN.plusMillis(1))).isEmpty();
    }

    @Test
    void settings_make_them_come_in_any_order() {
        settings("shuffle=1h");
        for (int i = 0; i < 20; i++) {
            tell("sev_" + i);
        }

        for (int minute = 0; minute <= 60; minute++) {
            after(Duration.ofMinutes(1));
        }

        assertThat(requests()).hasSize(20);
        assertThat(requests().stream()
                        .map(LoggedRequest::getBodyAsString)
                        .distinct()
                        .sorted()
                        .toList())
                .hasSize(20)
                .isNotEqualTo(
                        requests().stream().map(LoggedRequest::getBodyAsString).toList());
    }

    @Test
    void hooks_that_are_off_are_not_sent_but_listed() {
        settings("enabled=false");
        tell("sev_1");

        after(Duration.ofHours(1));

        assertThat(requests()).isEmpty();
        assertThat(hooks().toldSince(TEN)).hasSize(1);
    }

    @Test
    void where_nobody_takes_hooks_none_are_sent() {
        settings("address=");
        tell("sev_1");

        after(Duration.ofHours(1));

        assertThat(hooks().toldSince(TEN)).hasSize(1);
    }

    @Test
    void what_is_old_is_forgotten() {
        tell("sev_1");

        context.getBean(SandboxOutbox.class).forget(TEN);
        assertThat(hooks().toldSince(TEN)).hasSize(1);
        context.getBean(SandboxOutbox.class).forget(TEN.plusMillis(1));

        assertThat(hooks().toldSince(TEN)).isEmpty();
    }

    private void tell(String eventId) {
        context.getBean(SandboxEvents.class).tell(eventId, paid());
    }

    private static Paid paid() {
        return new Paid(about(TEN), Money.of(2000, "USD"));
    }

    private static About about(Instant at) {
        return new About("sbx_1", "top_1", "", "", at);
    }

    private void after(Duration wait) {
        time.set(time.now().plus(wait));
        context.getBean(SandboxSender.class).send();
    }

    private SandboxHooks hooks() {
        return context.getBean(SandboxHooks.class);
    }

    private List<LoggedRequest> requests() {
        return door.findAll(postRequestedFor(urlPathEqualTo("/hooks/sandbox")));
    }

    private void settings(String... more) {
        context = new AnnotationConfigApplicationContext();
        TestPropertyValues.of(
                        "payments.sandbox.hooks.address=" + door.baseUrl(),
                        "earshot.data=target/earshot-test",
                        "spring.profiles.active=test")
                .and(List.of(more).stream()
                        .map(setting -> "payments.sandbox.hooks." + setting)
                        .toArray(String[]::new))
                .applyTo(context);
        context.registerBean(JdbcClient.class, TestDatabase::jdbc);
        context.registerBean(Clock.class, () -> new StoryClock(time));
        context.register(
                Secrets.class,
                Network.class,
                SandboxOutbox.class,
                SandboxEvents.class,
                SandboxSender.class,
                SandboxHooks.class);
        context.refresh();
    }

    @EnableConfigurationProperties(SandboxHookSettings.class)
    static class Network {}
}
