package dev.earshot.app.generate;

import dev.earshot.app.generate.log.LogCopy;
import dev.earshot.app.generate.log.NotEmpty;
import dev.earshot.app.generate.log.Rows;
import dev.earshot.app.generate.town.Towns;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Carries out {@code --generate}: fills an empty log and ends. */
public final class Generate {
    /** The log is filled. */
    public static final int DONE = 0;
    /** The log was not empty, and is as it was. */
    public static final int REFUSED = 2;

    private static final String OPTION = "--generate=";

    /** New accounts come under all versions, unless something else is said. */
    private static final Map<String, Object> USUAL = Map.of(
            "logging.level.root", "error",
            "versions.weights.PAY_PER_MINUTE", "50",
            "versions.weights.TOKENS", "20",
            "versions.weights.MOMENTS", "15",
            "versions.weights.MEMBERSHIP", "15");

    private Generate() {}

    /** Whether the arguments ask for it. */
    public static boolean isAskedBy(String... arguments) {
        return List.of(arguments).stream().anyMatch(argument -> argument.startsWith(OPTION));
    }

    /** Fills the log of the database that the arguments name, and answers what the process should end with. */
    public static int run(String... arguments) {
        SpringApplication application = new SpringApplication(Generating.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(USUAL);
        // Before anything is made for it: no database is begun for what was not understood.
        application.addInitializers(product -> Wanted.in(product.getEnvironment()));
        try (ConfigurableApplicationContext product = application.run(arguments)) {
            return fill(product);
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be filled, and is as it was", e);
        }
    }

    private static int fill(ConfigurableApplicationContext product) throws SQLException {
        Environment settings = product.getEnvironment();
        Wanted wanted = Wanted.in(settings);
        ExecutorService threads = Executors.newFixedThreadPool(wanted.threads());
        try (LogCopy log = LogCopy.into(product.getBean(DataSource.class))) {
            Progress progress = new Progress(wanted.calls(), System.out);
            Rows rows = new Rows(product.getBean(Serializer.class));
            new Marketplace(wanted, product.getBean(Towns.class), rows, threads, progress).writeInto(log);
            log.commit();
            progress.done();
            return DONE;
        } catch (NotEmpty e) {
            System.err.println("The log is not empty. Made-up calls go into an empty one only:"
                    + " name another folder with --earshot.data=… or another database.");
            return REFUSED;
        } finally {
            threads.shutdownNow();
        }
    }
}
