package dev.earshot.app.audit;

import dev.earshot.platform.archive.CheckpointArchive;
import dev.earshot.platform.secrets.Secrets;
import dev.earshot.platform.start.CannotStart;
import dev.earshot.query.audit.key.KeySettings;
import dev.earshot.query.audit.key.Keyring;
import dev.earshot.query.audit.key.SigningKey;
import dev.earshot.query.audit.run.RunSettings;
import dev.earshot.query.audit.verify.Verifier;
import dev.earshot.query.audit.verify.finding.CannotVerify;
import dev.earshot.query.audit.verify.finding.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** {@code audit verify}: tells whether the log is what was signed, by a text and by the exit code. */
public final class AuditCommand {
    /** What it is asked for by. */
    public static final List<String> WORDS = List.of("audit", "verify");
    /** It says nothing but its verdict, and puts nothing into the archive, for an auditor may only read there. */
    private static final List<String> ALWAYS = List.of("--logging.level.root=off", "--audit.archive.s3.probe=false");

    private static final int SOUND = 0;
    private static final int TAMPERED = 1;
    private static final int NO_VERDICT = 2;

    private AuditCommand() {}

    /** Whether these arguments ask for it. */
    public static boolean isAskedFor(String... arguments) {
        return arguments.length >= WORDS.size()
                && Arrays.asList(arguments).subList(0, WORDS.size()).equals(WORDS);
    }

    /** Verifies, and answers the exit code: 0 sound, 1 tampered with, 2 no verdict. */
    public static int run(String... arguments) {
        SpringApplication application = new SpringApplication(AuditNode.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(true);
        application.addInitializers(context -> refuseToMakeOne(context.getEnvironment()));
        String[] options = Arrays.copyOfRange(arguments, WORDS.size(), arguments.length);
        try (ConfigurableApplicationContext context = application.run(quiet(options))) {
            return verify(context);
        } catch (RuntimeException unusable) {
            System.err.println("Could not verify: " + reasonOf(unusable));
            return NO_VERDICT;
        }
    }

    private static int verify(ConfigurableApplicationContext context) {
        Verifier verifier = new Verifier(
                context.getBean(DataSource.class),
                context.getBean(CheckpointArchive.class),
                trusted(context),
                context.getBean(RunSettings.class).readers());
        try {
            Verdict verdict = verifier.verify(new Meter(System.out));
            System.out.println(Report.of(verdict));
            return verdict.isSound() ? SOUND : TAMPERED;
        } catch (CannotVerify none) {
            System.out.println();
            throw none;
        } catch (RuntimeException failure) {
            if (context.isClosed()) { // Whoever stops it takes the database from under it, which then fails in words of
                // its own.
                throw new CannotVerify("it was stopped before it came to its end");
            }
            throw failure;
        }
    }

    private static Keyring trusted(ConfigurableApplicationContext context) {
        KeySettings keys = context.getBean(KeySettings.class);
        if (!keys.publicKey().isBlank()) {
            return keys.published();
        }
        Path made = dataOf(context.getEnvironment()).resolve("secrets").resolve(SigningKey.SECRET);
        boolean isSet = !context.getEnvironment()
                .getProperty("earshot.secrets." + SigningKey.SECRET, "")
                .isBlank();
        if (!isSet && Files.notExists(made)) {
            throw new CannotStart(
                    "There is no key to check signatures with.",
                    "Name a file with the public key: --audit.public-key=… (GET /v1/audit/keys tells it).");
        }
        return keys.ofSecret(context.getBean(Secrets.class));
    }

    /** A verification reads what there is; it makes neither a database nor a key. */
    private static void refuseToMakeOne(ConfigurableEnvironment settings) {
        Path data = dataOf(settings);
        if (!settings.containsProperty("spring.datasource.url") && Files.notExists(data.resolve("postgres"))) {
            throw new CannotStart(
                    "There is no database in " + data + ".",
                    "Name the data folder with --earshot.data=… or another PostgreSQL with --spring.datasource.url=…");
        }
    }

    private static Path dataOf(ConfigurableEnvironment settings) {
        return Path.of(settings.getProperty("earshot.data", "./data"))
                .toAbsolutePath()
                .normalize();
    }

    private static String[] quiet(String... options) {
        return Stream.concat(Stream.of(options), ALWAYS.stream()).toArray(String[]::new);
    }

    private static String reasonOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof CannotStart || root instanceof CannotVerify)) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
