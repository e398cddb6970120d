package dev.earshot.app.story;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every row of every table, for those who look for what must not be there. */
final class WholeDatabase {
    private final JdbcTemplate jdbc;

    WholeDatabase(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<String> tables() {
        return jdbc.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
                        + " AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history' ORDER BY 1",
                String.class);
    }

    /** The tables in which this text stands: as text, as bytes (which a row shows as hex), or in base64. */
    List<String> tablesWith(String text) {
        return tables().stream().filter(table -> holds(table, text)).toList();
    }

    private boolean holds(String table, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Stream<String> looks = Stream.concat(Stream.of(text, HexFormat.of().formatHex(bytes)), inBase64(bytes));
        return looks.anyMatch(look -> Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT FROM \"%s\" row WHERE position(? in row::text) > 0)".formatted(table),
                Boolean.class,
                look)));
    }

    /** What of it looks the same in base64 whatever stands before and behind it, for each way it can begin. */
    private static Stream<String> inBase64(byte[] bytes) {
        return Stream.of(0, 1, 2).map(before -> {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String coded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            return coded.substring(before == 0 ? 0 : 4, coded.length() - 4);
        });
    }
}
