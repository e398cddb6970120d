package dev.earshot.command.topup;

import dev.earshot.api.money.Money;
import dev.earshot.api.topup.Reversal;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.topup.TopUpEvent.DuesReckoned;
import dev.earshot.api.topup.TopUpEvent.DuesReversed;
import dev.earshot.api.topup.TopUpEvent.PackReversed;
import dev.earshot.api.topup.TopUpEvent.TopUpReversed;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What the news of refunds and disputes comes to together: it is told by further facts whenever it changes, once the
 * top-up is paid. Before that there is nothing to give back.
 */
record Following(Order order, Reversed reversed, Consumer<TopUpEvent> facts) {
    void follow(Instant at) {
        if (order.payment == null) {
            return;
        }
        Money price = order.price();
        Reversal now = reversed.reversals.of(price, reversed.told);
        boolean changed = now.differsFrom(reversed.told);
        if (changed) {
            facts.accept(tell(now, at));
        }
        Money lost = reversed.reversals.lost(price);
        if (order.dues != null && (changed || lost.minor() != reversed.lost)) {
            facts.accept(new DuesReckoned(
                    order.id, order.walletId, order.dues, reversed.told, lost, reversed.reckoned + 1, at));
        }
    }

    private TopUpEvent tell(Reversal now, Instant at) {
        if (order.dues != null) {
            return new DuesReversed(order.id, order.walletId, order.dues, now, at);
        }
        return order.pack == null
                ? new TopUpReversed(order.id, order.walletId, order.price(), now, at)
                : new PackReversed(order.id, order.walletId, order.pack, now, at);
    }
}
