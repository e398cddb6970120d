package dev.earshot.query.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Writes the losers of a result as a table for people who calculate elsewhere. */
@Component
class Losers {
    private static final CSVFormat TABLE = CSVFormat.RFC4180
            .builder()
            .setHeader("candidate", "currency", "side", "id", "baseline", "under", "change")
            .get();

    String csv(JsonNode result) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter table = new CSVPrinter(text, TABLE)) {
            for (JsonNode outcome : result.path("outcomes")) {
                String candidate = outcome.path("candidate").path("name").asString();
                for (JsonNode currency : outcome.path("currencies")) {
                    print(table, candidate, currency, "members");
                    print(table, candidate, currency, "listeners");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString();
    }

    private static void print(CSVPrinter table, String candidate, JsonNode currency, String side) throws IOException {
        String code = currency.path("currency").asString();
        for (JsonNode loser : currency.path(side).path("losers")) {
            long before = loser.path("baseline").asLong();
            long under = loser.path("candidate").asLong();
            table.printRecord(candidate, code, side, loser.path("id").asString(), before, under, under - before);
        }
    }
}
