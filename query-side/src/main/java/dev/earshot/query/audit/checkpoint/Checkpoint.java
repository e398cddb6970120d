package dev.earshot.query.audit.checkpoint;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the log was at a moment. Hashes are in hexadecimal.
 *
 * @param number one more than that of the checkpoint before; the first is 1
 * @param first the position of the first event since the checkpoint before
 * @param last the position of the last one
 * @param events how many events these are
 * @param count how many events there are from the beginning of the log
 * @param head the link of the last event
 * @param root the root of the Merkle tree over these events
 * @param previous the SHA-256 of the text of the checkpoint before; noughts for the first
 */
public record Checkpoint(
        long number,
        long first,
        long last,
        long events,
        long count,
        String head,
        String root,
        String previous,
        Instant at) {
    /** What stands before the first. */
    static final String NOTHING = "0".repeat(64);

    private static final String TITLE = "earshot checkpoint 1";
    private static final List<String> NAMES =
            List.of("number", "first", "last", "events", "count", "head", "root", "previous", "at");

    /** The text that is signed: a line for each of these, under a title. */
    byte[] text() {
        List<Object> values = List.of(number, first, last, events, count, head, root, previous, at);
        StringBuilder text = new StringBuilder(TITLE).append('\n');
        for (int i = 0; i < NAMES.size(); i++) {
            text.append(NAMES.get(i)).append(' ').append(values.get(i)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The checkpoint of a text.
     *
     * @throws IllegalArgumentException if it is not exactly what a checkpoint of these values looks like
     */
    static Checkpoint of(byte[] text) {
        Map<String, String> lines = new HashMap<>();
        new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(" ", 2))
                .filter(line -> line.length == 2)
                .forEach(line -> lines.put(line[0], line[1]));
        try {
            Checkpoint checkpoint = new Checkpoint(
                    number(lines, "number"),
                    number(lines, "first"),
                    number(lines, "last"),
                    number(lines, "events"),
                    number(lines, "count"),
                    lines.getOrDefault("head", ""),
                    lines.getOrDefault("root", ""),
                    lines.getOrDefault("previous", ""),
                    Instant.parse(lines.getOrDefault("at", "")));
            if (java.util.Arrays.equals(checkpoint.text(), text)) {
                return checkpoint;
            }
        } catch (NumberFormatException | DateTimeException notOne) {
            // Told below, like every other text that is none.
        }
        throw new IllegalArgumentException("not a checkpoint");
    }

    private static long number(Map<String, String> lines, String name) {
        return Long.parseLong(lines.getOrDefault(name, ""));
    }
}
