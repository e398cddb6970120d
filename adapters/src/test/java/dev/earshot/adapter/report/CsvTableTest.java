package dev.earshot.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.ReportRefusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private static final CsvTable TABLE = new CsvTable(List.of("id", "currency", "amount"), "note"::equals);

    @Test
    void columns_come_in_any_order_and_values_may_be_quoted() throws Exception {
        assertThat(amounts("amount,note,id,currency\r\n12.50,\"a, \"\"b\"\"\n and more\",x,usd\r\n\r\n-3,,y,JPY\r\n"))
                .containsExactly(Money.of(1250, "USD"), Money.of(-3, "JPY"));
    }

    @Test
    void a_byte_order_mark_belongs_to_no_column() throws Exception {
        assertThat(amounts("\uFEFFid,currency,amount\nx,EUR,1\n")).containsExactly(Money.of(100, "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "LONG"})
    void what_no_database_can_keep_is_refused_with_its_line(String id) {
        Refused refused = refusal("id", id.replace("LONG", "x".repeat(256)), row -> row.text("id"));

        assertThat(refused.code()).isEqualTo(ReportRefusal.REPORT_MALFORMED);
        assertThat(refused).hasMessageContaining("line 2").hasMessageContaining("\"id\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+1000000000-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "today"})
    void a_time_that_no_report_is_about_is_refused_with_its_line(String time) {
        Refused refused = refusal("at", time, row -> row.time("at", Instant::parse));

        assertThat(refused.code()).isEqualTo(ReportRefusal.REPORT_TIME_WRONG);
        assertThat(refused).hasMessageContaining("line 2");
    }

    @ParameterizedTest
    @CsvSource({
        "usd, 0.29, 29",
        "usd, 1, 100",
        "usd, 1.500, 150",
        "jpy, 1200, 1200",
        "jpy, 1200.00, 1200",
        "kwd, 1.234, 1234",
        "usd, -0.01, -1",
        "usd, 90071992547409.93, 9007199254740993"
    })
    void amounts_are_taken_exactly_whatever_digits_their_currency_has(String currency, String amount, long minor)
            throws Exception {
        assertThat(amounts("id,currency,amount\nx," + currency + "," + amount))
                .extracting(Money::minor)
                .containsExactly(minor);
    }

    @ParameterizedTest
    @CsvSource({
        "usd, 0.295",
        "jpy, 1.5",
        "kwd, 0.0005",
        "usd, 1e3",
        "usd, 1050x",
        "usd, '1,050.00'",
        "usd, 99999999999999999999",
        "usd, 92233720368547758.07",
        "usd, 100000000000000.01",
        "usd, -100000000000000.01",
        "usd, NaN"
    })
    void what_is_no_exact_amount_is_refused_with_its_line(String currency, String amount) {
        Refused refused = refusal("id,currency,amount\nw,usd,1\nx," + currency + ",\"" + amount + "\"\n");

        assertThat(refused.code()).isEqualTo(ReportRefusal.REPORT_AMOUNT_WRONG);
        assertThat(refused).hasMessageContaining("line 3");
    }

    @Test
    void what_is_no_currency_is_refused() {
        assertThat(refusal("id,currency,amount\nx,QQQ,1\n").code()).isEqualTo(ReportRefusal.REPORT_CURRENCY_WRONG);
        assertThat(refusal("id,currency,amount\nx,XAU,1\n").code()).isEqualTo(ReportRefusal.REPORT_CURRENCY_WRONG);
        assertThat(refusal("id,currency,amount\nx,,1\n").code()).isEqualTo(ReportRefusal.REPORT_VALUE_MISSING);
    }

    @Test
    void missing_unknown_and_repeated_columns_are_told_by_name() {
        Refused missing = refusal("id,amount\nx,1\n");
        Refused unknown = refusal("id,currency,amount,amount_in_pence\nx,usd,1,1\n");

        assertThat(missing.code()).isEqualTo(ReportRefusal.REPORT_COLUMN_MISSING);
        assertThat(missing).hasMessageContaining("\"currency\"");
        assertThat(unknown.code()).isEqualTo(ReportRefusal.REPORT_COLUMN_UNKNOWN);
        assertThat(unknown).hasMessageContaining("\"amount_in_pence\"");
        assertThat(refusal("id,id,currency,amount\n").code()).isEqualTo(ReportRefusal.REPORT_COLUMN_REPEATED);
        assertThat(refusal("").code()).isEqualTo(ReportRefusal.REPORT_COLUMN_MISSING);
    }

    @Test
    void unknown_columns_pass_where_they_may() throws Exception {
        List<Money> amounts = new ArrayList<>();
        TABLE.read(
                bytes("id,new,currency,amount\nx,1,usd,2\n"),
                false,
                row -> amounts.add(row.major("amount", row.currency("currency"))));

        assertThat(amounts).containsExactly(Money.of(200, "USD"));
    }

    @Test
    void a_line_of_another_length_is_refused() {
        Refused refused = refusal("id,currency,amount\nx,usd,1\ny,usd\n");

        assertThat(refused.code()).isEqualTo(ReportRefusal.REPORT_MALFORMED);
        assertThat(refused).hasMessageContaining("line 3");
    }

    @Test
    void an_open_quote_is_no_csv() {
        assertThat(refusal("id,currency,amount\n\"x,usd,1\n").code()).isEqualTo(ReportRefusal.REPORT_MALFORMED);
    }

    @Test
    void wrong_bytes_are_told_with_their_line_and_place_even_far_behind() {
        String good = "id,currency,amount\n" + "é,usd,1\n".repeat(5_000);
        byte[] latin = "José,usd,1\n".getBytes(StandardCharsets.ISO_8859_1);
        long place = good.getBytes(StandardCharsets.UTF_8).length + 4;

        Refused refused = refusal(new SequenceInputStream(bytes(good), new ByteArrayInputStream(latin)));

        assertThat(refused.code()).isEqualTo(ReportRefusal.REPORT_ENCODING_WRONG);
        assertThat(refused).hasMessageContaining("line 5002 ").hasMessageContaining("byte " + place + " ");
    }

    @Test
    void utf_16_is_not_guessed() {
        InputStream text = new ByteArrayInputStream("id,currency,amount\n".getBytes(StandardCharsets.UTF_16));

        Refused refused = refusal(text);

        assertThat(refused.code()).isEqualTo(ReportRefusal.REPORT_ENCODING_WRONG);
        assertThat(refused).hasMessageContaining("line 1 ").hasMessageContaining("byte 1 ");
    }

    @Test
    void letters_cut_in_two_by_a_buffer_are_one_letter() throws Exception {
        var row = "€€€,usd,1\n";
        var text = "id,currency,amount\n" + row.repeat(3_000);

        assertThat(amounts(text)).hasSize(3_000);
    }

    @Test
    void a_client_that_is_gone_is_no_mistake_of_the_report() {
        InputStream broken = new SequenceInputStream(bytes("id,currency,amount\nx,usd,1\n"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });

        assertThatThrownBy(() -> TABLE.read(broken, true, row -> {})).isInstanceOf(IOException.class);
    }

    @Test
    void the_memory_needed_does_not_grow_with_the_report() throws Exception {
        byte[] line = "x,usd,1.23\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        var lines = IntStream.range(0, 1_000)
                .mapToObj(part -> new ByteArrayInputStream(line))
                .toList();
        var text = new SequenceInputStream(
                bytes("id,currency,amount\n"), new SequenceInputStream(Collections.enumeration(lines)));
        AtomicLong sum = new AtomicLong();

        TABLE.read(
                text,
                true,
                row -> sum.addAndGet(
                        row.major("amount", row.currency("currency")).minor()));

        assertThat(sum).hasValue(123_000_000);
    }

    private static List<Money> amounts(String text) throws Refused, IOException {
        List<Money> amounts = new ArrayList<>();
        TABLE.read(bytes(text), true, row -> amounts.add(row.major("amount", row.currency("currency"))));
        return amounts;
    }

    private static Refused refusal(String text) {
        return refusal(bytes(text));
    }

    private static Refused refusal(InputStream text) {
        return catchThrowableOfType(
                Refused.class, () -> TABLE.read(text, true, row -> row.major("amount", row.currency("currency"))));
    }

    private static Refused refusal(String column, String value, CsvTable.EachRow each) {
        var table = new CsvTable(List.of(column), name -> false);
        return catchThrowableOfType(Refused.class, () -> table.read(bytes(column + "\n" + value + "\n"), true, each));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
