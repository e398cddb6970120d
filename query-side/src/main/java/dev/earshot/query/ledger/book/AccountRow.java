package dev.earshot.query.ledger.book;

import dev.earshot.query.ledger.chart.Account;

/** A sub-account under its short id, with its balance. */
final class AccountRow {
    private final int id;
    private final Account account;
    private long balance;

    AccountRow(int id, Account account, long balance) {
        this.id = id;
        this.account = account;
        this.balance = balance;
    }

    int id() {
        return id;
    }

    Account account() {
        return account;
    }

    long balance() {
        return balance;
    }

    void change(long amount) {
        balance = Math.addExact(balance, amount);
    }
}
