package dev.earshot.query.ledger.chart;

/** The sorts of accounts. Of the first two a debit is an increase, of the others a credit. */
public enum Kind {
    ASSET(true),
    COST(true),
    LIABILITY(false),
    INCOME(false);

    private final boolean grownByDebits;

    Kind(boolean grownByDebits) {
        this.grownByDebits = grownByDebits;
    }

    /** A sum of debits less credits as people read it on an account of this sort: positive where it usually is. */
    public long usual(long debitLessCredit) {
        return grownByDebits ? debitLessCredit : Math.negateExact(debitLessCredit);
    }
}
