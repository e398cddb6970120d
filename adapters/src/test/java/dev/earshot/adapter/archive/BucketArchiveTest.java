package dev.earshot.adapter.archive;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.earshot.platform.archive.ArchiveConflict;
import dev.earshot.platform.archive.CheckpointArchive;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A bucket on the loopback interface, through the real SDK. */
@ExtendWith(OutputCaptureExtension.class)
class BucketArchiveTest {
    private static final byte[] FIRST = "first".getBytes(UTF_8);
    private static final String KEY = "/vault/checkpoints/a-1.json";
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final BucketOnTheWire bucket = new BucketOnTheWire();
    private final WireMockServer store =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").extensions(bucket));

    private ApplicationContextRunner process;

    @BeforeEach
    void open() {
        store.start();
        store.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withTransformers("bucket")));
        process = new ApplicationContextRunner()
                .withUserConfiguration(BucketOfCheckpoints.class)
                .withBean(Clock.class, () -> NOON)
                .withPropertyValues(
                        "audit.archive.store=s3",
                        "audit.archive.s3.bucket=vault",
                        "audit.archive.s3.endpoint=http://127.0.0.1:" + store.port(),
                        "audit.archive.s3.region=eu-central-1",
                        "audit.archive.s3.path-style=true",
                        "audit.archive.s3.access-key-id=AKIDEXAMPLE",
                        "audit.archive.s3.secret-access-key=wJalrXUtnFEMI",
                        "audit.archive.s3.attempt-timeout=500ms",
                        "audit.archive.s3.timeout=3s",
                        "audit.archive.s3.attempts=3");
    }

    @AfterEach
    void close() {
        store.stop();
    }

    @Test
    void what_is_kept_is_read_byte_for_byte_and_names_are_in_order_however_many_pages() {
        on(archive -> {
            for (String name : new String[] {"c-3.json", "a-1.json", "e-5.json", "b-2.json", "d-4.json"}) {
                archive.keep(name, name.getBytes(UTF_8));
            }
            bucket.objects.put("elsewhere/z-9.json", FIRST);

            assertThat(archive.names()).containsExactly("a-1.json", "b-2.json", "c-3.json", "d-4.json", "e-5.json");
            assertThat(archive.read("d-4.json")).hasValue("d-4.json".getBytes(UTF_8));
            assertThat(archive.read("f-6.json")).isEmpty();
        });
    }

    @Test
    void it_is_signed_and_only_put_where_nothing_is() {
        on(archive -> {
            archive.keep("a-1.json", FIRST);

            store.verify(putRequestedFor(urlEqualTo(KEY))
                    .withHeader("If-None-Match", equalTo("*"))
                    .withHeader(
                            "Authorization",
                            matching("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/eu-central-1/s3/aws4_request, .*"))
                    .withoutHeader("x-amz-object-lock-mode")
                    .withoutHeader("Content-Encoding")
                    .withoutHeader("Expect"));
        });
    }

    @Test
    void keeping_the_same_again_is_harmless_and_keeping_something_else_changes_nothing() {
        on(archive -> {
            archive.keep("a-1.json", FIRST);
            archive.keep("a-1.json", FIRST);
            assertThatThrownBy(() -> archive.keep("a-1.json", "forged".getBytes(UTF_8)))
                    .isInstanceOf(ArchiveConflict.class)
                    .hasMessageContaining("a-1.json")
                    .hasMessageContaining("s3://vault/checkpoints/");
            assertThat(archive.read("a-1.json")).hasValue(FIRST);
        });
    }

    @Test
    void a_put_whose_answer_got_lost_is_found_to_be_kept() {
        on(archive -> {
            bucket.objects.put("checkpoints/a-1.json", FIRST);
            store.stubFor(put(urlEqualTo(KEY))
                    .inScenario("lost")
                    .whenScenarioStateIs(Scenario.STARTED)
                    .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                    .willSetStateTo("answering"));

            archive.keep("a-1.json", FIRST);

            assertThat(store.countRequestsMatching(
                                    putRequestedFor(urlEqualTo(KEY)).build())
                            .getCount())
                    .isEqualTo(2);
        });
    }

    @Test
    void a_busy_store_is_asked_again_and_a_silent_one_is_given_up_within_the_time_out() {
        on(archive -> {
            store.stubFor(put(urlEqualTo(KEY))
                    .inScenario("busy")
                    .whenScenarioStateIs(Scenario.STARTED)
                    .willReturn(
                            aResponse()
                                    .withStatus(503)
                                    .withBody(
                                            "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>"))
                    .willSetStateTo("answering"));
            archive.keep("a-1.json", FIRST);
            assertThat(archive.read("a-1.json")).hasValue(FIRST);

            store.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withFixedDelay(60_000)));
            assertThatThrownBy(() -> archive.keep("b-2.json", FIRST)).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> archive.read("a-1.json")).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(archive::names).isInstanceOf(UncheckedIOException.class);
        });
    }

    @Test
    void somebody_elses_put_in_flight_is_no_conflict_until_its_content_is_known() {
        on(archive -> {
            store.stubFor(put(urlEqualTo(KEY))
                    .willReturn(aResponse()
                            .withStatus(409)
                            .withBody("<Error><Code>ConditionalRequestConflict</Code><Message>A conflicting operation"
                                    + " occurred.</Message></Error>")));

            assertThatThrownBy(() -> archive.keep("a-1.json", FIRST)).isInstanceOf(UncheckedIOException.class);
        });
    }

    @Test
    void checkpoints_are_locked_when_asked_for() {
        bucket.canLock = true;
        process.withPropertyValues("audit.archive.s3.lock=COMPLIANCE", "audit.archive.s3.retention=30d")
                .run(context -> {
                    context.getBean(CheckpointArchive.class).keep("a-1.json", FIRST);

                    store.verify(putRequestedFor(urlEqualTo(KEY))
                            .withHeader("x-amz-object-lock-mode", equalTo("COMPLIANCE"))
                            .withHeader("x-amz-object-lock-retain-until-date", equalTo("2026-03-31T12:00:00Z")));
                });
    }

    @Test
    void a_bucket_that_is_refused_stops_the_start_with_the_stores_own_words() {
        process.withPropertyValues("audit.archive.s3.bucket=other")
                .run(refused("s3://other/", "bucket does not exist"));
        process.withPropertyValues("audit.archive.s3.lock=GOVERNANCE").run(refused("missing Object Lock"));
        process.withPropertyValues("audit.archive.s3.bucket=").run(refused("audit.archive.s3.bucket is missing"));
        process.withPropertyValues("audit.archive.s3.secret-access-key=").run(refused("one is missing"));
        process.withPropertyValues("audit.archive.s3.endpoint=storage").run(refused("no http address: storage"));
        store.stubFor(put(anyUrl())
                .willReturn(aResponse()
                        .withStatus(403)
                        .withBody("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>")));
        process.run(refused("does not take checkpoints: Access Denied"));
    }

    @Test
    void whoever_only_reads_needs_no_right_to_put() {
        bucket.objects.put("checkpoints/a-1.json", FIRST);
        store.stubFor(put(anyUrl())
                .willReturn(aResponse()
                        .withStatus(403)
                        .withBody("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>")));
        process.withPropertyValues("audit.archive.s3.probe=false").run(context -> {
            var archive = context.getBean(CheckpointArchive.class);
            assertThat(archive.names()).containsExactly("a-1.json");
            assertThat(archive.read("a-1.json")).hasValue(FIRST);
        });
        store.verify(0, putRequestedFor(anyUrl()));
    }

    @Test
    void a_store_that_overlooks_the_condition_is_not_trusted() {
        bucket.overlooksConditions = true;
        process.run(refused("puts objects over others"));
    }

    @Test
    void an_outage_of_the_store_stops_no_start_and_the_second_start_finds_its_own_probe(CapturedOutput said) {
        process.run(context -> assertThat(context).hasNotFailed());
        process.run(context -> assertThat(context).hasNotFailed());
        assertThat(bucket.objects).containsOnlyKeys("checkpoints/.probe");
        assertThat(said).doesNotContain("ERROR");

        store.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withStatus(503)));
        process.run(context -> assertThat(context).hasNotFailed());
        store.stop();
        process.run(context -> assertThat(context).hasNotFailed());
        assertThat(said).contains("s3://vault/checkpoints/").contains("cannot be reached");
    }

    @Test
    void the_folder_needs_no_bucket() {
        new ApplicationContextRunner()
                .withUserConfiguration(BucketOfCheckpoints.class)
                .withPropertyValues("audit.archive.store=folder")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(CheckpointArchive.class));
    }

    @Test
    void no_name_leads_out_of_the_prefix() {
        on(archive -> {
            assertThatThrownBy(() -> archive.keep("../a.json", FIRST)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> archive.read(".probe")).isInstanceOf(IllegalArgumentException.class);
        });
    }

    private void on(Consumer<CheckpointArchive> story) {
        process.run(context -> story.accept(context.getBean(CheckpointArchive.class)));
    }

    private static ContextConsumer<AssertableApplicationContext> refused(String... words) {
        return context -> {
            var failure = assertThat(context).getFailure();
            Stream.of(words).forEach(failure::hasStackTraceContaining);
        };
    }
}
