package dev.earshot.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.api.refusal.Refused;
import dev.earshot.query.QueryTest;
import dev.earshot.query.ledger.Export.Choice;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** Exports of many lines, which must not be gathered anywhere. */
class ExportTest extends QueryTest {
    private static final int LINES = 300_000;
    private static final Choice ALL = new Choice("line.account = 77000001");

    @Autowired
    private Export export;

    @BeforeEach
    void manyLines() {
        jdbc.execute("INSERT INTO ledger_account VALUES (77000001, 2010, 'acc_many', 'USD', 0)");
        jdbc.execute("INSERT INTO ledger_fact VALUES (777, 'Made')");
        jdbc.update("INSERT INTO ledger_line SELECT -n, now(), 1, n, gen_random_uuid(), 77000001, 777"
                + " FROM generate_series(1, " + LINES + ") AS n");
    }

    @AfterEach
    void noneOfThem() {
        jdbc.execute("DELETE FROM ledger_line WHERE account = 77000001");
        jdbc.execute("DELETE FROM ledger_account WHERE id = 77000001");
        jdbc.execute("DELETE FROM ledger_fact WHERE id = 777");
    }

    @Test
    void every_line_is_sent_and_memory_holds_a_few_of_them_at_a_time() throws Refused {
        var client = new Client(Long.MAX_VALUE);

        export.send(ALL, Format.CSV, "many", client);

        assertThat(client.lines).isEqualTo(LINES + 1);
        assertThat(client.getHeader(Export.LINES)).isEqualTo(String.valueOf(LINES));
        assertThat(client.mostKept).as("bytes kept beyond what was kept before").isLessThan(40L << 20);
    }

    @Test
    void a_client_that_goes_away_ends_the_reading_and_makes_room_for_others() throws Refused {
        for (int i = 0; i < 5; i++) {
            var client = new Client(100_000);
            assertThatThrownBy(() -> export.send(ALL, Format.NDJSON, "many", client))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(client.lines).isLessThan(LINES / 10);
        }
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%FROM ledger_line AS line%'"
                                + " AND state LIKE '%transaction%'",
                        Integer.class))
                .isZero();
        export.send(ALL, Format.NDJSON, "many", new Client(Long.MAX_VALUE));
    }

    /** Counts lines, measures what the process keeps meanwhile, and goes away after so many bytes. */
    private static final class Client extends MockHttpServletResponse {
        private final long patience;
        private final long before = kept();
        private long bytes;
        private long lines;
        private long mostKept;

        private Client(long patience) {
            this.patience = patience;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] sent, int from, int length) throws IOException {
                    bytes += length;
                    if (bytes > patience) {
                        throw new IOException("Broken pipe");
                    }
                    for (int i = from; i < from + length; i++) {
                        lines += sent[i] == '\n' ? 1 : 0;
                    }
                    if (bytes / (8 << 20) != (bytes - length) / (8 << 20)) {
                        mostKept = Math.max(mostKept, kept() - before);
                    }
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        private static long kept() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
