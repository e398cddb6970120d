package dev.earshot.query.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.query.explain.Detail.ChargedLeg;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the provider of a call's card came to, over all authorizations.
 *
 * @param captured what the card has paid
 * @param fee the platform's part of that
 * @param waived too little for a card: the platform bears it
 * @param owed what the card did not pay and the member owes
 * @param refunded what has been given back since
 * @param disputed what disputes have taken since
 * @param balanced whether {@code captured + waived + owed} is what the call charged the card; absent until all is settled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CardTotals(
        Money captured, Money fee, Money waived, Money owed, Money refunded, Money disputed, Boolean balanced) {

    /** Empty for calls without a card, and until anything is known of it that counts. */
    static Optional<CardTotals> of(List<Line> lines) {
        Sums sums = new Sums();
        lines.forEach(sums::add);
        return Optional.ofNullable(sums.currency).map(sums::totals);
    }

    private static final class Sums {
        private Currency currency;
        private Long charged;
        private long captured;
        private long fee;
        private long waived;
        private long owed;
        /** Each tells what has gone back of an authorization in all, so the last one counts. */
        private final Map<Integer, Detail.CardReversal> reversals = new HashMap<>();

        void add(Line line) {
            if (line.detail() instanceof Detail.CardCharge card) {
                currency = card.amount().currency();
                captured += card.amount().minor();
                fee += card.fee().minor();
            } else if (line.detail() instanceof Detail.CardReversal back) {
                reversals.put(back.authorization(), back);
            } else if (line.detail() instanceof Detail.Card card && line.step() == Step.WAIVED) {
                currency = card.amount().currency();
                waived += card.amount().minor();
            } else if (line.detail() instanceof Detail.Card card && line.step() == Step.OWED) {
                currency = card.amount().currency();
                owed += card.amount().minor();
            } else if (line.detail() instanceof Detail.Charged taken) {
                charged = taken.legs().stream()
                        .filter(leg -> leg.pocket() == Pocket.CARD)
                        .mapToLong(ChargedLeg::charged)
                        .sum();
            }
        }

        CardTotals totals(Currency of) {
            long refunded = reversals.values().stream()
                    .mapToLong(back -> back.refunded().minor())
                    .sum();
            long disputed = reversals.values().stream()
                    .mapToLong(back -> back.disputed().minor())
                    .sum();
            long known = captured + waived + owed;
            return new CardTotals(
                    new Money(captured, of),
                    new Money(fee, of),
                    new Money(waived, of),
                    new Money(owed, of),
                    new Money(refunded, of),
                    new Money(disputed, of),
                    charged == null || known < charged ? null : known == charged);
        }
    }
}
