package dev.earshot.query.reconciliation;

import dev.earshot.api.id.Id;
import dev.earshot.api.money.Money;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.query.fold.Batch;
import dev.earshot.query.fold.LogEntry;
import dev.earshot.query.reconciliation.Change.GoneBack;
import dev.earshot.query.reconciliation.Change.Moved;
import dev.earshot.query.reconciliation.Change.Naming;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Notes what has moved, whichever aggregate tells it. */
@Component
class Movements {
    private final Batch<Change> batch;

    Movements(MovementRows rows) {
        this.batch = new Batch<>("provider_movement", rows::write);
    }

    /** The provider calls the subject so. */
    void named(Id subject, String reference) {
        batch.add(new Naming(subject.value(), firstStep(reference)));
    }

    /** Money came in under this name. The same name is the same money, whoever tells of it. */
    void paid(Id subject, String reference, Money amount, Instant at, LogEntry where) {
        named(subject, reference);
        add(entry(
                "payment " + firstStep(reference), Movement.PAYMENT, firstStep(reference), subject, amount, at, where));
    }

    /** Money came in under the name that the provider has for the subject. */
    void captured(Id subject, Money amount, Instant at, LogEntry where) {
        add(entry("payment " + subject, Movement.PAYMENT, "", subject, amount, at, where));
    }

    /** Money that we wanted to go back is going. */
    void refunded(Id subject, Id refund, Money amount, Instant at, LogEntry where) {
        add(entry(given(refund), Movement.REFUND, "", subject, amount, at, where)
                .out());
        goneBack(subject, 0, amount, at, where);
    }

    /** It did not go, or came back; it came back only if it had gone. */
    void refundFailed(Id subject, Id refund, Money amount, Instant at, LogEntry where) {
        add(entry("failed " + refund, Movement.REFUND, "", subject, amount, at, where)
                .onlyAfter(given(refund)));
    }

    /** So much went back in all, as the provider tells; what of it we had not asked for is the rest. */
    void refundedInAll(Id subject, Money inAll, Instant at, LogEntry where) {
        goneBack(subject, inAll.minor(), Money.zero(inAll.currency()), at, where);
    }

    /** A refund that was made elsewhere has come back. */
    void refundReturned(Id subject, String refund, Money amount, Instant at, LogEntry where) {
        add(entry("returned " + refund, Movement.REFUND, "", subject, amount, at, where));
    }

    /** A bank has taken money. */
    void disputed(Id subject, String dispute, Money amount, Instant at, LogEntry where) {
        add(entry("dispute " + dispute, Movement.DISPUTE, dispute, subject, amount, at, where)
                .out());
    }

    /** It gave it back; should nobody have told that it took it, it did all the same. */
    void disputeWon(Id subject, String dispute, Money amount, Instant at, LogEntry where) {
        disputed(subject, dispute, amount, at, where);
        add(entry("won " + dispute, Movement.DISPUTE, dispute, subject, amount, at, where));
    }

    /** Money was sent. */
    void paidOut(Id payout, String reference, Money amount, Instant at, LogEntry where) {
        named(payout, reference);
        add(entry("payout " + payout, Movement.PAYOUT, firstStep(reference), payout, amount, at, where)
                .out());
    }

    /** And came back. */
    void payoutReturned(Id payout, Money amount, Instant at, LogEntry where) {
        add(entry("returned " + payout, Movement.PAYOUT, "", payout, amount, at, where));
    }

    private void goneBack(Id subject, long recorded, Money asked, Instant at, LogEntry where) {
        String currency = asked.currency().getCurrencyCode();
        batch.add(new GoneBack(subject.value(), recorded, asked.minor(), currency, at, where.position()));
    }

    private void add(Moved moved) {
        if (moved.amount().minor() != 0) {
            batch.add(moved);
        }
    }

    private static Moved entry(
            String name, Movement movement, String reference, Id subject, Money amount, Instant at, LogEntry where) {
        return new Moved(name, movement, reference, subject.value(), amount, at, where.position(), "");
    }

    private static String given(Id refund) {
        return "refund " + refund;
    }

    /** A payout's reference tells its steps, split by slashes; the first is the one that leaves our balance. */
    private static String firstStep(String reference) {
        int slash = reference.indexOf('/');
        return slash < 0 ? reference : reference.substring(0, slash);
    }
}
