package dev.earshot.app;

import dev.earshot.app.audit.AuditCommand;
import dev.earshot.app.demo.Demo;
import dev.earshot.app.generate.Generate;
import java.util.List;
import org.springframework.boot.SpringApplication;

/** Starts Earshot: all of it, or the side that {@code --side} names. */
public final class Earshot {
    /** AxonIQ's console is advertised on every start otherwise. */
    private static final String NO_ADVERTISEMENT = "disable-axoniq-console-message";

    private static final int MISUNDERSTOOD = 2;

    private Earshot() {}

    public static void main(String[] args) {
        if (List.of(args).contains("--help")) {
            System.out.println(Options.TEXT);
            return;
        }
        Options.misunderstood(args).ifPresent(Earshot::refuse);
        if (AuditCommand.isAskedFor(args)) {
            System.exit(AuditCommand.run(args));
        }
        System.setProperty(NO_ADVERTISEMENT, "true");
        if (Generate.isAskedBy(args)) {
            System.exit(Generate.run(args));
        }
        new SpringApplication(Options.shape(args).launcher()).run(Demo.options(args));
    }

    private static void refuse(String why) {
        System.err.println(why + " The options: java -jar earshot.jar --help");
        System.exit(MISUNDERSTOOD);
    }
}
