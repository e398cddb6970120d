package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Person;
import dev.earshot.app.generate.Generate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lab at work on generated calls, in a process that is killed. */
class LabKillTest {
    private static final int CALLS = 500;
    private static final int CANDIDATES = 8;
    private static final String[] SETTINGS = {
        "--simulations.most-candidates=" + CANDIDATES,
        "--simulations.beat=20ms",
        "--simulations.look-every=50ms",
        "--simulations.lease=2s"
    };

    @Test
    void a_simulation_whose_node_is_killed_in_the_middle_goes_on_after_a_restart_and_ends_with_the_same_bytes() {
        try (OwnProcess earshot = new OwnProcess()) {
            assertThat(Generate.run("--generate=" + CALLS, "--seed=7", "--earshot.data=" + earshot.data()))
                    .isEqualTo(Generate.DONE);
            earshot.start(with("--lab.threads=1", "--lab.share=1")); // So slow that there is time for a kill.
            Person finance = earshot.api().signIn("finn", "finance");
            String killed = ask(finance);
            Market.eventually().until(() -> isInTheMiddle(finance.get(killed)));

            earshot.kill();
            Instant restart = Instant.now();
            earshot.start(with("--lab.threads=2", "--lab.share=100"));

            Person again = earshot.api().signIn("finn", "finance");
            Answer resumed = ended(again, killed);
            assertThat(Instant.parse(resumed.text("endedAt")))
                    .as("it had not ended when it was killed")
                    .isAfter(restart);
            assertThat(resumed.at("valid").asBoolean()).isTrue();
            assertThat(resumed.at("result.outcomes")).hasSize(CANDIDATES);
            assertThat(resumed.at("result.outcomes.0.calls.all").asLong()).isGreaterThan(CALLS / 2);

            String undisturbed = ask(again);
            assertThat(ended(again, undisturbed).text("hash")).isEqualTo(resumed.text("hash"));
            assertThat(bytes(again, killed)).isEqualTo(bytes(again, undisturbed));
        }
    }

    private static String[] with(String... speed) {
        return Stream.concat(Stream.of(SETTINGS), Stream.of(speed)).toArray(String[]::new);
    }

    private static String ask(Person who) {
        List<Map<String, Object>> candidates = IntStream.range(0, CANDIDATES)
                .mapToObj(number ->
                        Map.<String, Object>of("name", "candidate " + number, "rateBasisPoints", 5_000 + 250 * number))
                .toList();
        Map<String, Object> question = Map.of(
                "candidates",
                candidates,
                "window",
                Map.of("from", "2025-08-01T00:00:00Z", "until", "2026-01-01T00:00:00Z"));
        return "/v1/simulations/" + who.post("/v1/simulations", question).ok().text("simulationId");
    }

    private static boolean isInTheMiddle(Answer simulation) {
        return simulation.status() == 200
                && simulation.text("status").equals("REQUESTED")
                && simulation.number("done") > 0;
    }

    private static Answer ended(Person who, String simulation) {
        return Market.eventually()
                .until(
                        () -> who.get(simulation),
                        answer -> answer.text("status").equals("COMPLETED"));
    }

    private static String bytes(Person who, String simulation) {
        return who.get(simulation + "/result").ok().text();
    }
}
