package dev.earshot.query.ledger;

import dev.earshot.api.refusal.Refused;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** How lines are exported: the same fields under the same names in both. */
enum Format {
    CSV("text/csv") {
        @Override
        Sheet onto(Writer out) throws IOException {
            CSVPrinter csv = CSVFormat.RFC4180
                    .builder()
                    .setHeader(StatementLine.NAMES)
                    .get()
                    .print(out);
            return line -> csv.printRecord(line.values());
        }
    },
    NDJSON("application/x-ndjson") {
        @Override
        Sheet onto(Writer out) {
            ObjectWriter json = JsonMapper.shared().writerFor(StatementLine.class);
            return line -> out.append(json.writeValueAsString(line)).append('\n');
        }
    };

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Takes line after line and keeps none. */
    @FunctionalInterface
    interface Sheet {
        void add(StatementLine line) throws IOException;
    }

    static Format called(String name) throws Refused {
        return Arrays.stream(values())
                .filter(format -> format.suffix().equals(name))
                .findFirst()
                .orElseThrow(() -> LedgerRefusal.LEDGER_FORMAT_UNKNOWN.at("format", "must be csv or ndjson"));
    }

    String mediaType() {
        return mediaType;
    }

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract Sheet onto(Writer out) throws IOException;
}
