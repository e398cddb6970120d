package dev.earshot.query.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the stream: reads messages as they come. */
final class StreamClient implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** One message. */
    record Message(String event, String id, JsonNode data) {}

    final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private final Thread reader;
    private volatile boolean ended;

    StreamClient(int port, String token, String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/stream"))
                .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> response = HTTP.send(request.build(), BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new IOException("answered " + response.statusCode());
        }
        lines = response.body();
        reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
    }

    boolean hasEnded() {
        return ended;
    }

    List<String> types() {
        return messages.stream()
                .filter(message -> message.data().has("type"))
                .map(message -> message.data().path("type").asString())
                .toList();
    }

    List<String> events() {
        return messages.stream().map(Message::event).toList();
    }

    String lastId() {
        List<String> ids = new ArrayList<>(messages.stream().map(Message::id).toList());
        ids.removeIf(String::isEmpty);
        return ids.get(ids.size() - 1);
    }

    @Override
    public void close() {
        lines.close();
    }

    private void read() {
        var message = new String[] {"", "", ""};
        try {
            lines.forEach(line -> take(line, message));
        } catch (RuntimeException connectionEnded) {
            // Told by the flag.
        }
        ended = true;
    }

    private void take(String line, String[] message) {
        if (line.startsWith("event:")) {
            message[0] = line.substring(6);
        } else if (line.startsWith("id:")) {
            message[1] = line.substring(3);
        } else if (line.startsWith("data:")) {
            message[2] = line.substring(5);
        } else if (line.isEmpty() && !message[0].isEmpty()) {
            messages.add(new Message(message[0], message[1], JsonMapper.shared().readTree(message[2])));
            message[0] = message[1] = message[2] = "";
        }
    }
}
