package dev.earshot.adapter.payments.sandbox.card;

import dev.earshot.adapter.card.CardOperation.Authorize;
import dev.earshot.adapter.card.CardOperation.Capture;
import dev.earshot.adapter.payments.sandbox.SandboxDisputes;
import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import dev.earshot.adapter.payments.sandbox.books.SandboxBooks;
import dev.earshot.api.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The card network: a table. An authorization is named by the key it is asked with, so asking twice holds once. */
@Component
@WhenSandbox
public class CardNetwork {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final SandboxDisputes disputes;
    private final SandboxBooks books;
    private final Clock clock;

    CardNetwork(
            JdbcClient jdbc,
            TransactionOperations transactions,
            SandboxDisputes disputes,
            SandboxBooks books,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.disputes = disputes;
        this.books = books;
        this.clock = clock;
    }

    enum State {
        HELD,
        DECLINED,
        TAKEN,
        LET_GO
    }

    /** An authorization as the network knows it. */
    record Held(String reference, TestCard card, State state, Money amount, Money taken, Instant askedAt) {}

    /** Holds the amount, or not; what was decided at the first question stays. */
    Held hold(Authorize wish, TestCard card, boolean granted) {
        jdbc.sql("""
                        INSERT INTO sandbox_card_hold
                            (request, reference, method, amount_minor, currency, payee, state, asked_at)
                        VALUES (:request, :reference, :method, :minor, :currency, :payee, :state, :now)
                        ON CONFLICT (request) DO NOTHING
                        """)
                .param("request", wish.name())
                .param("reference", "sbxh_" + wish.paymentId().suffix() + "a" + wish.attempt())
                .param("method", card.name())
                .param("minor", wish.amount().minor())
                .param("currency", wish.amount().currency().getCurrencyCode())
                .param("payee", wish.payee())
                .param("state", (granted ? State.HELD : State.DECLINED).name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("SELECT * FROM sandbox_card_hold WHERE request = :request")
                .param("request", wish.name())
                .query(CardNetwork::held)
                .single();
    }

    /** Takes the money if it is held; what has been taken or let go stays so. */
    Optional<Held> take(Capture wish) {
        transactions.executeWithoutResult(transaction -> {
            if (takes(wish)) {
                books.paid(wish.reference(), wish.amount(), clock.instant());
                find(wish.reference())
                        .flatMap(held -> held.card().dispute())
                        .ifPresent(ending -> disputes.tell(
                                wish.paymentId().suffix(),
                                wish.reference(),
                                wish.paymentId().value(),
                                wish.amount(),
                                clock.instant(),
                                ending));
            }
        });
        return find(wish.reference());
    }

    private boolean takes(Capture wish) {
        return jdbc.sql("""
                        UPDATE sandbox_card_hold
                        SET state = 'TAKEN', taken_minor = :minor, fee_minor = :fee, captures = captures + 1
                        WHERE reference = :reference AND state = 'HELD' AND amount_minor >= :minor
                        """)
                        .param("minor", wish.amount().minor())
                        .param("fee", wish.fee().minor())
                        .param("reference", wish.reference())
                        .update()
                == 1;
    }

    /** What was paid with, by the network's name for the payment. */
    public Optional<String> methodOf(String reference) {
        return find(reference).map(held -> held.card().method());
    }

    void letGo(String reference) {
        jdbc.sql("UPDATE sandbox_card_hold SET state = 'LET_GO' WHERE reference = :reference AND state = 'HELD'")
                .param("reference", reference)
                .update();
    }

    Optional<Held> find(String reference) {
        return jdbc.sql("SELECT * FROM sandbox_card_hold WHERE reference = :reference")
                .param("reference", reference)
                .query(CardNetwork::held)
                .optional();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getString("reference"),
                TestCard.valueOf(row.getString("method")),
                State.valueOf(row.getString("state")),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                Money.of(row.getLong("taken_minor"), row.getString("currency")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
