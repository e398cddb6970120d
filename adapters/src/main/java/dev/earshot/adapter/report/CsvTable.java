package dev.earshot.adapter.report;

import dev.earshot.adapter.report.CheckedText.WrongBytes;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.ReportRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV with a header, read line by line (RFC 4180). Whatever is wrong is refused with the line that it is in. */
public final class CsvTable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final List<String> required;
    private final Predicate<String> known;

    /**
     * A table that must have these columns.
     *
     * @param known which further columns it may have
     */
    public CsvTable(List<String> required, Predicate<String> known) {
        this.required = required;
        this.known = known;
    }

    /** What is done with each line. */
    @FunctionalInterface
    public interface EachRow {
        /** Takes the next line. */
        void take(Row row) throws Refused;
    }

    /** Reads all of it; {@code strict} refuses columns that are neither required nor known. */
    public void read(InputStream text, boolean strict, EachRow each) throws Refused, IOException {
        try (CSVParser lines = CSVParser.parse(new CheckedText(text), FORMAT)) {
            read(lines.iterator(), strict, each);
        } catch (UncheckedIOException unreadable) {
            throw refusal(unreadable.getCause());
        } catch (WrongBytes wrong) {
            throw refusal(wrong);
        }
    }

    private void read(Iterator<CSVRecord> lines, boolean strict, EachRow each) throws Refused {
        if (!lines.hasNext()) {
            throw missing(required.get(0), List.of());
        }
        List<String> header = lines.next().stream().map(String::strip).toList();
        Map<String, Integer> columns = columns(header, strict);
        for (long number = 2; lines.hasNext(); number++) {
            String[] values = lines.next().values();
            if (values.length != header.size()) {
                throw ReportRefusal.REPORT_MALFORMED.of(
                        "line %d has %d values, and there are %d columns", number, values.length, header.size());
            }
            each.take(new Row(number, columns, values));
        }
    }

    private Map<String, Integer> columns(List<String> header, boolean strict) throws Refused {
        Map<String, Integer> columns = new HashMap<>();
        for (String name : header) {
            if (columns.putIfAbsent(name, columns.size()) != null) {
                throw ReportRefusal.REPORT_COLUMN_REPEATED.of("there are two columns \"%s\"", name);
            }
            if (strict && !required.contains(name) && !known.test(name)) {
                throw ReportRefusal.REPORT_COLUMN_UNKNOWN.of(
                        "nobody here knows the column \"%s\"; leave it out, or say that such columns may be ignored",
                        name);
            }
        }
        for (String name : required) {
            if (!columns.containsKey(name)) {
                throw missing(name, header);
            }
        }
        return columns;
    }

    private static Refused missing(String name, List<String> header) {
        return ReportRefusal.REPORT_COLUMN_MISSING.of("the column \"%s\" is missing; there are %s", name, header);
    }

    /** What breaks while it is sent is no mistake of the report. */
    private static Refused refusal(IOException unreadable) throws IOException {
        if (unreadable instanceof WrongBytes wrong) {
            return ReportRefusal.REPORT_ENCODING_WRONG.of(
                    "line %d is not UTF-8: byte %d of the report is none that may stand there",
                    wrong.line, wrong.position);
        }
        if (unreadable instanceof CSVException noCsv) {
            return ReportRefusal.REPORT_MALFORMED.of("this is no CSV: %s", noCsv.getMessage());
        }
        throw unreadable;
    }
}
