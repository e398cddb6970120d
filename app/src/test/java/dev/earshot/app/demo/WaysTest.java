package dev.earshot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Api;
import dev.earshot.app.client.Hearts;
import dev.earshot.app.story.Running;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The demo's calls under every plan and by card, on the platform that the stories share. */
@Execution(ExecutionMode.CONCURRENT)
class WaysTest {
    @Test
    void every_way_to_pay_is_paid_and_no_unit_is_missing() {
        Api api = Running.api();
        var told = new ByteArrayOutputStream();
        var narrator = new Narrator(new PrintStream(told, true, StandardCharsets.UTF_8));
        ExecutorService stages = Executors.newCachedThreadPool();
        try (Hearts hearts = new Hearts(Duration.ofMillis(500))) {
            boolean even = new Ways(new Cast(api, narrator), hearts, narrator).play(stages);

            String text = told.toString(StandardCharsets.UTF_8);
            assertThat(even).as(text).isTrue();
            assertThat(text)
                    .contains("pay per minute", "tokens", "membership", "moments", "by card")
                    .doesNotContain("!!!");
        } finally {
            stages.shutdownNow();
        }
    }
}
