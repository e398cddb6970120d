package dev.earshot.adapter.payments.sandbox;

import dev.earshot.adapter.payments.OpenTopUp;
import dev.earshot.adapter.payments.sandbox.TestMethod.Answering;
import dev.earshot.adapter.payments.sandbox.books.SandboxBooks;
import dev.earshot.adapter.payments.sandbox.hook.Manner;
import dev.earshot.adapter.payments.sandbox.hook.SandboxEvents;
import dev.earshot.api.id.TopUpId;
import dev.earshot.platform.payments.PaymentMethods;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The card network: a table. A charge is named by its top-up, so asking for it twice takes the money once. What it decides
 * it also tells by hooks.
 */
@Component
@WhenSandbox
class SandboxGateway implements PaymentMethods {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final SandboxEvents events;
    private final SandboxDisputes disputes;
    private final SandboxBooks books;
    private final Clock clock;
    private final SandboxSettings settings;

    SandboxGateway(
            JdbcClient jdbc,
            TransactionOperations transactions,
            SandboxEvents events,
            SandboxDisputes disputes,
            SandboxBooks books,
            Clock clock,
            SandboxSettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
        this.disputes = disputes;
        this.books = books;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public boolean mayTake(String method) {
        return TestMethod.of(method) != TestMethod.UNKNOWN;
    }

    /** Asks for the money. A lost answer is told as {@link Verdict#NOTHING_HEARD}, whatever the network has decided. */
    Reply charge(OpenTopUp topUp) {
        TestMethod method = TestMethod.of(topUp.method());
        Instant now = clock.instant();
        Instant decidedAt = method.isDecidedLate() ? now.plus(settings.lateBy()) : now;
        transactions.executeWithoutResult(transaction -> {
            if (isNew(topUp, method, decidedAt)) {
                tell(topUp, method, decidedAt);
            }
        });
        return method.answering() == Answering.NEVER
                ? new Reply(Verdict.NOTHING_HEARD, reference(topUp.id()), now)
                : inquire(topUp.id());
    }

    /** Asks what became of a charge. */
    Reply inquire(TopUpId topUp) {
        return jdbc.sql("SELECT verdict, reference, decided_at FROM sandbox_charge WHERE top_up_id = :topUp")
                .param("topUp", topUp.value())
                .query(this::reply)
                .single();
    }

    private boolean isNew(OpenTopUp topUp, TestMethod method, Instant decidedAt) {
        return jdbc.sql("""
                                INSERT INTO sandbox_charge
                                    (top_up_id, amount_minor, currency, method, verdict, reference, decided_at)
                                VALUES (:topUp, :minor, :currency, :method, :verdict, :reference, :decidedAt)
                                ON CONFLICT (top_up_id) DO NOTHING
                                """)
                        .param("topUp", topUp.id().value())
                        .param("minor", topUp.amount().minor())
                        .param("currency", topUp.amount().currency().getCurrencyCode())
                        .param("method", topUp.method())
                        .param("verdict", method.verdict().name())
                        .param("reference", reference(topUp.id()))
                        .param("decidedAt", decidedAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private void tell(OpenTopUp topUp, TestMethod method, Instant decidedAt) {
        String eventId = "sev_" + topUp.id().suffix();
        String reference = reference(topUp.id());
        if (method == TestMethod.HOOK_OUT_OF_ORDER) {
            var failure = SandboxMapping.decided(topUp, Verdict.PROCESSING_ERROR, reference, decidedAt.minusMillis(1));
            events.tell(eventId + "_failed", failure, Manner.LATE);
        }
        if (method.verdict() == Verdict.APPROVED) {
            books.paid(reference, topUp.amount(), decidedAt);
        }
        events.tell(eventId, SandboxMapping.decided(topUp, method.verdict(), reference, decidedAt), method.telling());
        method.dispute()
                .ifPresent(ending -> disputes.tell(
                        topUp.id().suffix(), reference, topUp.id().value(), topUp.amount(), decidedAt, ending));
    }

    private static String reference(TopUpId topUp) {
        return "sbx_" + topUp.suffix();
    }

    private Reply reply(ResultSet row, int number) throws SQLException {
        Instant decidedAt = row.getObject("decided_at", OffsetDateTime.class).toInstant();
        Verdict verdict =
                decidedAt.isAfter(clock.instant()) ? Verdict.PENDING : Verdict.valueOf(row.getString("verdict"));
        return new Reply(verdict, row.getString("reference"), decidedAt);
    }
}
