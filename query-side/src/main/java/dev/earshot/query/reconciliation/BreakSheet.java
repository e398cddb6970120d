package dev.earshot.query.reconciliation;

import dev.earshot.api.reconciliation.Figure;
import dev.earshot.query.person.StaffNotes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Breaks as a sheet for people: one line each, amounts in major units. */
final class BreakSheet {
    private static final Object[] HEADER = {
        "break_id",
        "provider",
        "kind",
        "movement",
        "reference",
        "told",
        "told_unit",
        "known",
        "known_unit",
        "at",
        "source",
        "state",
        "open_since",
        "ended_at",
        "resolved_by",
        "reason",
        "note"
    };
    /** A sheet takes what begins so for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private BreakSheet() {}

    /** Writes whatever {@code each} hands out, portion by portion. */
    static void write(Writer to, StaffNotes notes, Consumer<Consumer<List<BreakState>>> each) throws IOException {
        CSVPrinter csv = CSVFormat.RFC4180.print(to);
        csv.printRecord(HEADER);
        each.accept(portion -> {
            Map<String, String> texts = notes.texts(BreakState.notesOf(portion));
            portion.forEach(found -> print(csv, found, texts.get(found.note)));
        });
    }

    private static void print(CSVPrinter csv, BreakState found, String note) {
        try {
            csv.printRecord(
                    found.breakId,
                    found.finding.provider(),
                    found.finding.kind(),
                    found.finding.movement(),
                    harmless(found.finding.reference()),
                    amount(found.finding.told()),
                    found.finding.told().unit(),
                    amount(found.finding.known()),
                    found.finding.known().unit(),
                    found.finding.at(),
                    found.source,
                    found.state,
                    found.openSince,
                    found.endedAt,
                    found.resolvedBy,
                    found.reason,
                    harmless(note));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String amount(Figure figure) {
        int digits = figure.unit().equals(Figure.SECONDS)
                ? 0
                : Currency.getInstance(figure.unit()).getDefaultFractionDigits();
        return BigDecimal.valueOf(figure.amount(), digits).toPlainString();
    }

    private static String harmless(String text) {
        return text != null && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
