package dev.earshot.app;

import dev.earshot.app.audit.AuditCommand;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words of the command line: what {@code --help} says of them, and which of them nobody here understands. */
final class Options {
    static final String TEXT = """
            Earshot: paid live conversation by the second.

              java -jar earshot.jar [options]
              java -jar earshot.jar audit verify [options]
                                              read the whole log again and tell whether it is what was signed, without
                                              starting anything else: exit code 0 if so, 1 if not, 2 if it cannot be told

              --demo                          play a marketplace through the public API and tell one call's story
              --demo=exit                     the same, then stop: 0 if the sums fit, 1 if not
              --generate=100000               fill an empty log with so many calls of a made-up marketplace, then stop:
                                              0 when filled, 2 if it is not empty; the same from the same --seed=7
                                              (more: --generate.from=2025-07-07, --generate.days=120)
              --side=all|command|query|sagas  run one side only; sides find each other through Axon Server
                                              (--spring.profiles.active=dev,axonserver)
              --server.port=8080              where to listen
              --server.address=127.0.0.1      which address to listen on
              --earshot.data=./data           the folder for the database and a developer's secrets
              --spring.datasource.url=…       use this PostgreSQL instead (with .username and .password,
                                              and with spring.flyway.user and .password the owner of its tables)
              --spring.profiles.active=prod   no dev sign-in, nothing made up: a missing setting stops the start
              --audit.public-key=file         verify with the public keys in this file alone, without the secret
              --help                          this text

            Every setting can also come from the environment (SERVER_PORT) or a file (config/application.yml).""";

    private static final String DEMO = "--demo=";
    private static final String SIDE = "--side=";
    private static final String GENERATE = "generate";

    /** All names of options but those of settings, which are parted by dots; the last two are Spring's. */
    private static final Set<String> NAMES = Set.of("demo", GENERATE, "seed", "side", "help", "debug", "trace");

    private Options() {}

    /** What is wrong with these words; empty if nothing is. A word that was mistyped must not start a platform of its own. */
    static Optional<String> misunderstood(String... words) {
        Stream<String> options = AuditCommand.isAskedFor(words)
                ? Arrays.stream(words).skip(AuditCommand.WORDS.size())
                : Arrays.stream(words);
        return options.flatMap(word -> wrongIn(word).stream()).findFirst();
    }

    /** The shape that is asked for, of several the last. */
    static Shape shape(String... words) {
        return Arrays.stream(words)
                .filter(word -> word.startsWith(SIDE))
                .flatMap(word -> Shape.named(word.substring(SIDE.length())).stream())
                .reduce((former, latter) -> latter)
                .orElse(Shape.ALL);
    }

    private static Optional<String> wrongIn(String word) {
        String name = word.replaceFirst("^--", "").replaceFirst("=.*", "");
        boolean isOption = word.startsWith("--") && (name.contains(".") || NAMES.contains(name));
        if (!isOption) {
            return Optional.of(word + " is no option.");
        }
        if (name.equals(GENERATE) && !word.contains("=")) {
            return Optional.of(word + " needs a number: --generate=100000.");
        }
        if (word.startsWith(DEMO) && !word.equals(DEMO + "exit")) {
            return Optional.of(word + " is none of --demo, --demo=exit.");
        }
        if (word.startsWith(SIDE) && Shape.named(word.substring(SIDE.length())).isEmpty()) {
            return Optional.of(word + " is none of " + Shape.names() + ".");
        }
        return Optional.empty();
    }
}
