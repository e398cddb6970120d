package dev.earshot.app.client;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
        return new Stream(response.body());
    }

    /** Tells this ear all there is to hear, on a thread of the stream's own. A stream has one ear. */
    public Stream each(Consumer<Heard> ear) {
        Thread reader = new Thread(() -> read(ear), "stream");
        reader.setDaemon(true);
        reader.start();
        return this;
    }

    @Override
    public void close() {
        lines.close();
    }

    private void read(Consumer<Heard> ear) {
        try {
            lines.forEach(line -> line(line, ear));
        } catch (RuntimeException closed) {
            // Closing the stream is the only way out of reading it.
        }
    }

    private void line(String line, Consumer<Heard> ear) {
        if (line.isEmpty()) {
            tell(ear);
        } else if (line.startsWith("id:")) {
            id = line.substring("id:".length()).strip();
        } else if (line.startsWith("event:")) {
            name = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
            data.append(line.substring("data:".length()).strip());
        }
    }

    private void tell(Consumer<Heard> ear) {
        if (!data.isEmpty()) {
            ear.accept(new Heard(id, name, Api.JSON.readTree(data.toString())));
        }
        data.setLength(0);
        name = "";
        id = "";
    }
}
