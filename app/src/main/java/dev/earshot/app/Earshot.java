package dev.earshot.app;

import dev.earshot.app.audit.AuditCommand;
import dev.earshot.app.demo.Demo;
import dev.earshot.app.generate.Generate;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;

/** Starts Earshot: all of it, or the side that {@code --side} names. */
public final class Earshot {
    /** AxonIQ's console is advertised on every start otherwise. */
    private static final String NO_ADVERTISEMENT = "disable-axoniq-console-message";

    private static final String SIDE = "--side=";

    private Earshot() {}

    public static void main(String[] args) {
        if (List.of(args).contains("--help")) {
            System.out.println(Options.TEXT);
            return;
        }
        if (AuditCommand.isAskedFor(args)) {
            System.exit(AuditCommand.run(args));
        }
        System.setProperty(NO_ADVERTISEMENT, "true");
        if (Generate.isAskedBy(args)) {
            System.exit(Generate.run(args));
        }
        new SpringApplication(launcherOf(args)).run(Demo.options(args));
    }

    private static Class<?> launcherOf(String... args) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(SIDE))
                .map(arg -> Shape.named(arg.substring(SIDE.length())))
                .reduce((former, latter) -> latter)
                .orElse(Shape.ALL)
                .launcher();
    }
}
