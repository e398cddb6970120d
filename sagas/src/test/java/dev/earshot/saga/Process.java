package dev.earshot.saga;

import dev.earshot.platform.Platform;
import dev.earshot.platform.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sagas on the real platform, to be started and stopped again and again on one database of their own. */
public final class Process {
    private final Class<?>[] parts;
    private final String[] settings;
    private ConfigurableApplicationContext running;

    @Configuration
    @EnableAutoConfiguration
    @Import({Platform.class, Sagas.class})
    static class SagasAlone {}

    public Process(Class<?> commandHandlers, String... settings) {
        this.parts = new Class<?>[] {SagasAlone.class, commandHandlers};
        Stream<String> database = TestDatabase.fresh().entrySet().stream().map(Object::toString);
        this.settings = Stream.of(Stream.of("server.port=0"), database, Stream.of(settings))
                .flatMap(all -> all)
                .map("--"::concat)
                .toArray(String[]::new);
    }

    private Process(Process first) {
        this.parts = first.parts;
        this.settings = first.settings;
    }

    /** Another node on the same database. */
    public Process another() {
        return new Process(this);
    }

    public void start() {
        running = new SpringApplicationBuilder(parts).run(settings);
    }

    public void stop() {
        running.close();
    }

    public <T> T its(Class<T> bean) {
        return running.getBean(bean);
    }

    public void tell(Object... facts) {
        for (Object fact : facts) {
            its(EventBus.class).publish(GenericEventMessage.asEventMessage(fact));
        }
    }

    /** All facts of one kind in the log. */
    public <T> List<T> told(Class<T> kind) {
        List<T> found = new ArrayList<>();
        try (var log = its(EventStore.class).openStream(null)) {
            while (log.hasNextAvailable(200, TimeUnit.MILLISECONDS)) {
                Object fact = log.nextAvailable().getPayload();
                if (kind.isInstance(fact)) {
                    found.add(kind.cast(fact));
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    public int rowsOf(String table) {
        return its(JdbcClient.class)
                .sql("SELECT count(*) FROM " + table)
                .query(Integer.class)
                .single();
    }
}
