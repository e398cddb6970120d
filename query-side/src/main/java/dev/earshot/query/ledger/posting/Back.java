package dev.earshot.query.ledger.posting;

import dev.earshot.api.topup.Reversal;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.entry.Memory.Payment;
import dev.earshot.query.ledger.entry.Sheet;
import java.util.Currency;

/** Posts what has gone back of a payment: always to the sum now told, so that repetition and order do not matter. */
final class Back {
    private Back() {}

    /** All that a provider has taken back, more than the payment perhaps. */
    static long total(Reversal reversal) {
        return reversal.refunded().plus(reversal.disputed()).minor();
    }

    /**
     * @param reversal all that has gone back
     * @param answered how much of it others than us answer for
     * @param by who does
     * @param goodwill how much of the rest we gave freely; what remains is lost to us
     */
    static void post(Sheet sheet, String payment, Reversal reversal, long answered, Account by, long goodwill) {
        Payment before = sheet.recall(payment, Payment.UNKNOWN);
        Currency currency = reversal.inAll().currency();
        long losses = total(reversal) - answered - goodwill;
        Account clearing = Account.of(Code.PROVIDER_CLEARING, before.provider(), currency);
        sheet.move(by, clearing, answered - before.answered());
        sheet.move(Account.of(Code.REFUNDS, currency), clearing, goodwill - before.refunds());
        sheet.move(Account.of(Code.CHARGEBACK_LOSS, currency), clearing, losses - before.losses());
        sheet.remember(payment, before.back(answered, goodwill, losses));
    }
}
