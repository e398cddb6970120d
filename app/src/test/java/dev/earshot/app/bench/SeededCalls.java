package dev.earshot.app.bench;

import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.Parties;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.PayPerMinute;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Tariff;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.api.wallet.WalletEvent.WalletOpened;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** Puts running calls into the log as their own facts would be there: a wallet, a hold of four hours, a connection. */
final class SeededCalls {
    private static final int AT_ONCE = 250;
    private static final long SECONDS = 4 * 3600;
    private static final long RATE = 250;

    private final EventBus events;
    private final TransactionManager transactions;
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    private final Terms terms = new PayPerMinute(1500, new Grace(60, 1)).termsFor(Money.of(RATE, "USD"));
    private final Grant grant = Grant.NONE.then(Pocket.CASH, Leg.NO_LOT, SECONDS, Tariff.perMinute(RATE, 1500));
    private int calls;

    SeededCalls(EventBus events, TransactionManager transactions) {
        this.events = events;
        this.transactions = transactions;
    }

    int count() {
        return calls;
    }

    void growTo(int wanted) {
        while (calls < wanted) {
            List<Object> facts = new ArrayList<>();
            for (int i = 0; i < AT_ONCE && calls < wanted; i++, calls++) {
                seed(facts);
            }
            var work = DefaultUnitOfWork.<EventMessage<?>>startAndGet(null);
            work.attachTransaction(transactions);
            work.execute(() -> facts.forEach(fact -> events.publish(GenericEventMessage.asEventMessage(fact))));
        }
    }

    private void seed(List<Object> facts) {
        Instant now = Instant.now();
        AccountId member = new AccountId(AccountId.PREFIX + suffix());
        ListenerId listener = new ListenerId(ListenerId.PREFIX + suffix());
        CallId call = new CallId(CallId.PREFIX + suffix());
        WalletId wallet = WalletId.of(member);
        Money money = Money.of(1_000_000, "USD");
        facts.add(new WalletOpened(wallet, money.currency(), now));
        facts.add(new TopUpCredited(wallet, new TopUpId(TopUpId.PREFIX + suffix()), money, now));
        facts.add(new HoldPlaced(wallet, call, terms, grant, now));
        facts.add(new CallConnected(call, new Parties(member, listener), now));
    }

    /** As long as the suffixes that the platform makes. */
    private String suffix() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        String text = new BigInteger(1, bits).toString(36);
        return "0".repeat(25 - text.length()) + text;
    }
}
