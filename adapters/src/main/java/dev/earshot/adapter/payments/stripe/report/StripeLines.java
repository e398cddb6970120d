package dev.earshot.adapter.payments.stripe.report;

import dev.earshot.api.money.Money;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.platform.report.ReportLine;
import java.time.Instant;
import java.util.Optional;

/** What Stripe's words for a balance transaction mean, however they were told. */
final class StripeLines {
    private StripeLines() {}

    /**
     * A balance transaction.
     *
     * @param category Stripe's reporting category
     * @param source what it is about: a charge, a refund, a dispute, a transfer
     * @param payment the payment intent; empty where there is none
     * @param ofPayment whether a transfer is a payment's own, which takes the listener their part of it
     */
    record Told(
            String id,
            String category,
            String source,
            String payment,
            boolean ofPayment,
            Money gross,
            Money fee,
            Money net,
            Instant at) {}

    static ReportLine line(Told told) {
        Optional<Movement> movement = movement(told);
        boolean byPayment = movement.filter(StripeLines::isToldByPayment).isPresent();
        String reference = byPayment && !told.payment().isEmpty() ? told.payment() : told.source();
        return new ReportLine(
                told.id(), movement, reference, told.source(), told.gross(), told.fee(), told.net(), told.at());
    }

    /** Money to our own bank and Stripe's own fees are nothing our log tells of; nor are the parts of a payment. */
    private static Optional<Movement> movement(Told told) {
        return Optional.ofNullable(
                switch (told.category()) {
                    case "charge", "charge_failure", "partial_capture_reversal" -> Movement.PAYMENT;
                    case "refund", "refund_failure", "partial_refund_reversal" -> Movement.REFUND;
                    case "dispute", "dispute_reversal" -> Movement.DISPUTE;
                    case "transfer", "transfer_reversal" -> told.ofPayment() ? null : Movement.PAYOUT;
                    default -> null;
                });
    }

    private static boolean isToldByPayment(Movement movement) {
        return movement == Movement.PAYMENT || movement == Movement.REFUND;
    }
}
