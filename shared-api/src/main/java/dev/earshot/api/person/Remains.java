package dev.earshot.api.person;

import dev.earshot.api.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one thing of a person's would leave behind if they were erased now; the answer to each {@code AskRemains}.
 *
 * @param callRunning whether a call of theirs is not settled
 * @param owing whether they owe something
 * @param inFlight whether money is on its way to or from them
 * @param left money that is theirs, one amount for each currency, without those of nothing
 * @param packsLeft whether anything they bought is left that is not money
 */
public record Remains(boolean callRunning, boolean owing, boolean inFlight, List<Money> left, boolean packsLeft) {
    /** Nothing stands in the way. */
    public static final Remains NOTHING = new Remains(false, false, false, List.of(), false);

    public Remains {
        left = List.copyOf(left);
    }

    /** What both leave behind. */
    public Remains and(Remains other) {
        List<Money> both = new ArrayList<>(left);
        both.addAll(other.left);
        return new Remains(
                callRunning || other.callRunning,
                owing || other.owing,
                inFlight || other.inFlight,
                summed(both),
                packsLeft || other.packsLeft);
    }

    /** Whether it would have to be given up. */
    public boolean isOfValue() {
        return packsLeft || !left.isEmpty();
    }

    private static List<Money> summed(List<Money> amounts) {
        return amounts.stream()
                .map(Money::currency)
                .distinct()
                .sorted(Comparator.comparing(currency -> currency.getCurrencyCode()))
                .map(currency -> new Money(
                        amounts.stream()
                                .filter(amount -> amount.currency().equals(currency))
                                .mapToLong(Money::minor)
                                .reduce(0, Math::addExact),
                        currency))
                .toList();
    }
}
