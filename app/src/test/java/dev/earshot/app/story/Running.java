package dev.earshot.app.story;

import dev.earshot.app.Earshot;
import dev.earshot.app.client.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The one Earshot that all stories of this run share: started by the real main method on a folder of its own, with less
 * patience than in life so that stories end soon.
 */
public final class Running {
    static final byte[] TOKEN_SECRET = "only the tests' tokens are signed with this".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PEOPLE_SECRET = Arrays.copyOf(TOKEN_SECRET, 32); // Nodes of one database share it.
    static final String ADAPTY_WORD = "only the tests' Adapty knows this";
    private static final String TIERS = """
            {"catalogue": {"tiers": [
              {"name": "daily-15", "price": {"minor": 1999, "currency": "USD"}, "daily-minutes": 15, "trial": "7d"},
              {"name": "story-blink", "price": {"minor": 500, "currency": "USD"}, "daily-minutes": 5, "period": "PT4S"},
              {"name": "story-month", "price": {"minor": 1000, "currency": "USD"}, "daily-minutes": 10},
              {"name": "story-large", "price": {"minor": 3000, "currency": "USD"}, "daily-minutes": 20}]}}""";
    private static final ConfigurableApplicationContext PLATFORM = start();

    private Running() {}

    /** Where it is reached. */
    public static Api api() {
        return new Api(
                URI.create("http://127.0.0.1:" + PLATFORM.getEnvironment().getProperty("local.server.port")));
    }

    /** The inside, for the few questions that the API does not answer. */
    static <T> T inside(Class<T> type) {
        return PLATFORM.getBean(type);
    }

    static <T> Stream<T> all(Class<T> type) {
        return PLATFORM.getBeansOfType(type).values().stream();
    }

    static <T> T inside(String name, Class<T> type) {
        return PLATFORM.getBean(name, type);
    }

    /** The settings of the stories, with the server on this port and its data in this folder. */
    static String[] arguments(int port, Path data) {
        return new String[] {
            "--server.port=" + port,
            "--earshot.data=" + data,
            "--earshot.secrets.jwt=" + Base64.getEncoder().encodeToString(TOKEN_SECRET),
            "--earshot.secrets.people=" + Base64.getEncoder().encodeToString(PEOPLE_SECRET),
            "--earshot.secrets.audit-signing-key="
                    + Base64.getEncoder().encodeToString(Arrays.copyOf(TOKEN_SECRET, 32)),
            "--call.ring=8s",
            "--call.connect=8s",
            "--call.beat=1s",
            "--call.missed-beats=4",
            "--call.beat-slack=1s",
            "--presence.watchdog=8s",
            "--billing.wanted-seconds=10",
            "--billing.at-least-seconds=4",
            "--billing.low-at-seconds=5",
            "--billing.ask-again=1s",
            "--billing.card.seconds=10",
            "--billing.card.fallback-seconds=6",
            "--billing.card.answer=6s",
            "--cards.capture-tries=3",
            "--cards.capture-wait=200ms",
            "--payments.sandbox.card.slow-by=4s",
            "--payments.sandbox.card.customer-after=2s",
            "--pricing.grace-until-second=6",
            "--payments.sandbox.late-by=1s",
            "--payments.sandbox.ask-after=2s",
            "--payments.ask-every=300ms",
            "--payments.sandbox.payout.late-by=1s",
            "--payments.sandbox.payout.ask-after=2s",
            "--payments.payout.ask-every=300ms",
            "--payments.payout.first-wait=500ms",
            "--earnings.holding=2s",
            "--earnings.look-every=500ms",
            "--auto-top-up.cool-off=2s",
            "--auto-top-up.promise.ask-again=1s",
            "--auto-top-up.promise.look-every=300ms",
            "--subscriptions.adapty.enabled=true",
            "--subscriptions.adapty.authorizations=" + ADAPTY_WORD,
            "--hooks.unrouted-every=300ms",
            "--hooks.unrouted-first-wait=300ms",
            "--hooks.unrouted-longest-wait=2s",
            "--membership.look-every=200ms",
            "--membership.grace=4s",
            "--membership.retry-every=1s",
            "--spring.application.json=" + TIERS,
            "--web.rate-limit.address-per-second=1000",
            "--web.rate-limit.address-burst=1000",
            "--axon.eventhandling.tokenstore.claim-timeout=8s",
            "--logging.level.root=warn",
            "--logging.level.dev.earshot=warn"
        };
    }

    private static ConfigurableApplicationContext start() {
        Path data = folder();
        var started = new AtomicReference<ConfigurableApplicationContext>();
        var watch = new SpringApplicationRunListener() {
            @Override
            public void contextLoaded(ConfigurableApplicationContext context) {
                started.set(context);
            }
        };
        SpringApplication.withHook(application -> watch, () -> Earshot.main(arguments(0, data)));
        SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(data.toFile()));
        return started.get();
    }

    static Path folder() {
        try {
            return Files.createTempDirectory("earshot-stories");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
