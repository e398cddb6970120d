package dev.earshot.adapter.payments.razorpay.report;

import dev.earshot.api.money.Money;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.platform.report.ReportLine;
import java.time.Instant;
import java.util.Optional;

/** What Razorpay's words for what it settles mean, however they were told. */
final class SettledLines {
    private SettledLines() {}

    /**
     * @param entity a payment, a refund, an adjustment or a transfer
     * @param payment the payment that a refund is of; empty for a payment itself
     * @param dispute the dispute that an adjustment is for; empty for others
     * @param fee with the tax on it
     */
    record Told(
            String entity,
            String type,
            String payment,
            String dispute,
            Money credit,
            Money debit,
            Money amount,
            Money fee,
            Instant at) {}

    static ReportLine line(Told told) {
        Optional<Movement> movement = movement(told);
        Money net = told.credit().minus(told.debit());
        String reference = movement.map(kind -> reference(kind, told)).orElse(told.entity());
        return new ReportLine(
                told.entity(),
                movement,
                reference,
                name(told, movement),
                amount(told, net),
                told.fee(),
                net,
                told.at());
    }

    /** Only of payments and refunds the amount is told; of others it is what they changed, without the fee. */
    private static Money amount(Told told, Money net) {
        return switch (told.type()) {
            case "payment" -> told.amount();
            case "refund" -> Money.zero(net.currency()).minus(told.amount());
            default -> net.plus(told.fee());
        };
    }

    private static Optional<Movement> movement(Told told) {
        return Optional.ofNullable(
                switch (told.type()) {
                    case "payment" -> Movement.PAYMENT;
                    case "refund" -> Movement.REFUND;
                    case "adjustment" -> told.dispute().isEmpty() ? null : Movement.DISPUTE;
                    default -> null;
                });
    }

    private static String reference(Movement movement, Told told) {
        return switch (movement) {
            case REFUND -> told.payment().isEmpty() ? told.entity() : told.payment();
            case DISPUTE -> told.dispute();
            default -> told.entity();
        };
    }

    private static String name(Told told, Optional<Movement> movement) {
        return movement.filter(kind -> kind == Movement.DISPUTE).isPresent() ? told.dispute() : told.entity();
    }
}
