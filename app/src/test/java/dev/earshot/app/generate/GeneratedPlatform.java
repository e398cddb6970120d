package dev.earshot.app.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.app.Earshot;
import dev.earshot.query.fold.Positions;
import dev.earshot.query.fold.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** A platform that was started on a generated log, and whose views have folded all of it. */
final class GeneratedPlatform implements AutoCloseable {
    private final Path data;
    private final ConfigurableApplicationContext context;

    private GeneratedPlatform(Path data, ConfigurableApplicationContext context) {
        this.data = data;
        this.context = context;
    }

    /** Generates so many calls, starts the whole product on them and waits for its views. */
    static GeneratedPlatform of(int calls) throws IOException {
        Path data = Files.createTempDirectory("earshot-generated");
        assertThat(generate(calls, data)).isEqualTo(Generate.DONE);
        return on(data);
    }

    /** Starts the whole product on what was generated here and waits for its views. */
    static GeneratedPlatform on(Path data) {
        GeneratedPlatform platform = new GeneratedPlatform(data, start(data));
        platform.foldsAll();
        return platform;
    }

    static int generate(int calls, Path data) throws IOException {
        return Generate.run("--generate=" + calls, "--seed=7", "--earshot.data=" + data);
    }

    private static ConfigurableApplicationContext start(Path data) {
        var started = new AtomicReference<ConfigurableApplicationContext>();
        var watch = new SpringApplicationRunListener() {
            @Override
            public void contextLoaded(ConfigurableApplicationContext context) {
                started.set(context);
            }
        };
        SpringApplication.withHook(
                application -> watch,
                () -> Earshot.main(new String[] {
                    "--server.port=0", "--earshot.data=" + data, "--call.beat=1s", "--logging.level.root=error"
                }));
        return started.get();
    }

    private void foldsAll() {
        long head = jdbc().queryForObject("SELECT max(global_index) FROM domain_event", Long.class);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> Views.NAMES.stream()
                        .allMatch(view -> bean(Positions.class).of(view) >= head));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    @Override
    public void close() throws IOException {
        context.close();
        FileSystemUtils.deleteRecursively(data);
    }
}
