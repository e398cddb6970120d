package dev.earshot.query.ledger.book;

import dev.earshot.query.ledger.chart.Account;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The sub-accounts that a batch touches. One that is new gets the next id. */
final class Accounts {
    private final Map<Account, AccountRow> rows = new HashMap<>();
    private int ids;

    /** @param ids how many there are in all */
    Accounts(int ids, Collection<AccountRow> known) {
        this.ids = ids;
        known.forEach(row -> rows.put(row.account(), row));
    }

    AccountRow row(Account account) {
        return rows.computeIfAbsent(account, fresh -> new AccountRow(++ids, fresh, 0));
    }

    Collection<AccountRow> all() {
        return rows.values();
    }
}
