package dev.earshot.app.client;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Somebody's server-sent events. */
public final class Stream implements AutoCloseable {
    /**
     * One thing heard.
     *
     * @param id its place in the log, empty if it has none
     * @param name what it is
     * @param data the rest
     */
    public record Heard(String id, String name, JsonNode data) {}

    private final java.util.stream.Stream<String> lines;
    private final CopyOnWriteArrayList<Consumer<Heard>> ears = new CopyOnWriteArrayList<>();
    private String id = "";
    private String name = "";
    private final StringBuilder data = new StringBuilder();

    private Stream(java.util.stream.Stream<String> lines) {
        this.lines = lines;
    }

    static Stream open(HttpClient http, HttpRequest request) {
        var response = http.sendAsync(request, BodyHandlers.ofLines()).join();
        if (response.statusCode() != 200) {
            throw new IllegalStateException("the stream answered " + response.statusCode());
        }
        Stream stream = new Stream(response.body());
        Thread reader = new Thread(stream::read, "stream");
        reader.setDaemon(true);
        reader.start();
        return stream;
    }

    /** Tells this ear all that is heard from now on, on the stream's own thread. */
    public Stream each(Consumer<Heard> ear) {
        ears.add(ear);
        return this;
    }

    @Override
    public void close() {
        lines.close();
    }

    private void read() {
        try {
            lines.forEach(this::line);
        } catch (RuntimeException closed) {
            // Closing the stream is the only way out of reading it.
        }
    }

    private void line(String line) {
        if (line.isEmpty()) {
            tell();
        } else if (line.startsWith("id:")) {
            id = line.substring("id:".length()).strip();
        } else if (line.startsWith("event:")) {
            name = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
            data.append(line.substring("data:".length()).strip());
        }
    }

    private void tell() {
        if (!data.isEmpty()) {
            var heard = new Heard(id, name, Api.JSON.readTree(data.toString()));
            ears.forEach(ear -> ear.accept(heard));
        }
        data.setLength(0);
        name = "";
        id = "";
    }
}
