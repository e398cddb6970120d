package dev.earshot.adapter.payments.sandbox.books;

import dev.earshot.adapter.TestDatabase;
import java.time.Clock;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Books that keep no fee. */
public final class TestBooks {
    private TestBooks() {}

    public static SandboxBooks of(Clock clock) {
        return of(clock, 0);
    }

    static SandboxBooks of(Clock clock, int feeBasisPoints) {
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(TestDatabase.source()));
        return new SandboxBooks(TestDatabase.jdbc(), transactions, clock, new BooksSettings(feeBasisPoints));
    }
}
