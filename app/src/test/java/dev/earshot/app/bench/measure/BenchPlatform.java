package dev.earshot.app.bench.measure;

import dev.earshot.app.Earshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** An all-in-one in this process, on a data folder of its own, started by the real main method. */
public final class BenchPlatform implements AutoCloseable {
    private final Path data;
    private final ConfigurableApplicationContext context;

    private BenchPlatform(Path data, ConfigurableApplicationContext context) {
        this.data = data;
        this.context = context;
    }

    /** Starts it with these settings; {@code extra} classes may replace beans. */
    public static BenchPlatform start(List<Class<?>> extra, String... settings) throws IOException {
        return startOn(Files.createTempDirectory("earshot-bench"), extra, settings);
    }

    /** The same on a data folder that has something in it already, and is deleted in the end all the same. */
    public static BenchPlatform startOn(Path data, List<Class<?>> extra, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--server.port=0");
        arguments.add("--earshot.data=" + data);
        arguments.add("--logging.level.root=error");
        arguments.add("--logging.level.dev.earshot=error");
        arguments.add("--web.rate-limit.per-second=100000");
        arguments.add("--web.rate-limit.burst=100000");
        arguments.add("--web.rate-limit.address-per-second=100000");
        arguments.add("--web.rate-limit.address-burst=100000");
        var started = new AtomicReference<ConfigurableApplicationContext>();
        var watch = new SpringApplicationRunListener() {
            @Override
            public void contextLoaded(ConfigurableApplicationContext context) {
                started.set(context);
            }
        };
        SpringApplication.withHook(
                application -> {
                    application.addPrimarySources(extra);
                    return watch;
                },
                () -> Earshot.main(arguments.toArray(String[]::new)));
        return new BenchPlatform(data, started.get());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public Processes database() {
        return Processes.databaseIn(data);
    }

    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
        FileSystemUtils.deleteRecursively(data.toFile());
    }
}
