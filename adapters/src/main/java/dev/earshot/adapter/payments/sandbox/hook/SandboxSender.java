package dev.earshot.adapter.payments.sandbox.hook;

import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import dev.earshot.adapter.payments.sandbox.hook.SandboxOutbox.Letter;
import dev.earshot.adapter.signature.TimedSignature;
import dev.earshot.platform.secrets.Secrets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Sends what the network has to tell, over HTTP as real providers do: again and again until it is taken. */
@Component
@WhenSandbox
class SandboxSender {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxSender.class);
    private static final Duration SPARE = Duration.ofSeconds(30);
    private static final String EVERYWHERE = "0.0.0.0";

    private final SandboxOutbox outbox;
    private final Secrets secrets;
    private final Clock clock;
    private final SandboxHookSettings settings;
    private final Environment process;
    private final HttpClient http;

    SandboxSender(
            SandboxOutbox outbox, Secrets secrets, Clock clock, SandboxHookSettings settings, Environment process) {
        this.outbox = outbox;
        this.secrets = secrets;
        this.clock = clock;
        this.settings = settings;
        this.process = process;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    /** Sends until nothing is due. Does nothing where hooks are off, or nobody here takes them. */
    void send() {
        Optional<URI> door = door().filter(address -> settings.enabled());
        while (door.isPresent() && round(door.get()) == settings.batch()) {
            LOG.debug("The sandbox has more to tell");
        }
    }

    private int round(URI door) {
        Instant now = clock.instant();
        List<Letter> due =
                outbox.take(settings.batch(), now, now.plus(settings.timeout()).plus(SPARE));
        var answers = due.stream().map(letter -> post(door, letter, now)).toList();
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            if (answers.get(i).join()) {
                taken.add(due.get(i).eventId());
            } else {
                notTaken(due.get(i), now);
            }
        }
        outbox.delivered(taken, now);
        return due.size();
    }

    private CompletableFuture<Boolean> post(URI door, Letter letter, Instant now) {
        byte[] body = letter.body().getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(door)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header(SandboxHooks.SIGNATURE, TimedSignature.header(secrets.get(SandboxHooks.SECRET), now, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding())
                .handle((answer, lost) -> lost == null && answer.statusCode() / 100 == 2);
    }

    private void notTaken(Letter letter, Instant now) {
        if (letter.happenedAt().plus(settings.giveUpAfter()).isBefore(now)) {
            LOG.warn("The sandbox gives up telling {}", letter.eventId());
            outbox.giveUp(letter.eventId());
        } else {
            outbox.tryAgain(letter.eventId(), now.plus(settings.backoff().after(letter.attempts())));
        }
    }

    /** The port is known once the server has started, and never where there is none. */
    private Optional<URI> door() {
        return base().map(base -> URI.create(base + "/hooks/" + SandboxHooks.NAME));
    }

    private Optional<String> base() {
        return settings.address().isBlank()
                ? Optional.ofNullable(process.getProperty("local.server.port"))
                        .map(port -> "http://" + host() + ":" + port)
                : Optional.of(settings.address());
    }

    private String host() {
        String bound = process.getProperty("server.address", "");
        return bound.isBlank() || bound.equals(EVERYWHERE) ? "127.0.0.1" : bound;
    }
}
