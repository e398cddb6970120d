package dev.earshot.query.ledger.posting;

import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.person.PersonEvent;
import dev.earshot.api.purchase.PurchaseEvent;
import dev.earshot.api.purchase.StoreSubscriptionEvent;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.query.ledger.entry.Entry;
import dev.earshot.query.ledger.entry.Memories;
import dev.earshot.query.ledger.entry.Providers;
import dev.earshot.query.ledger.entry.Rules;
import java.util.List;
import java.util.Optional;

/** What facts post: one balanced entry for each that moves money, and nothing, by name, for every other. */
public final class Postings {
    /** The families of facts that money moves by. */
    static final List<Class<?>> FAMILIES = List.of(
            WalletEvent.class,
            TopUpEvent.class,
            PurchaseEvent.class,
            StoreSubscriptionEvent.class,
            CardPaymentEvent.class,
            CardReversalEvent.class,
            MembershipEvent.class,
            EarningsEvent.class,
            PayoutEvent.class,
            PersonEvent.class);

    private final Rules rules = new Rules(Estates::keysOf, Estates::settle);

    /** The rules, with these providers' names for clearing accounts. Fails if a kind of fact was forgotten. */
    public Postings(Providers providers) {
        WalletRules.into(rules);
        TalkRules.into(rules);
        TopUpRules.into(rules, providers);
        OutsideRules.into(rules);
        CardRules.into(rules, providers);
        DuesRules.into(rules);
        EarningsRules.into(rules, providers);
        PersonRules.into(rules);
        rules.covering(FAMILIES);
    }

    /** Whether facts of this kind belong to a family that money moves by. */
    public static boolean moveMoney(Class<?> kind) {
        return FAMILIES.stream().anyMatch(family -> family.isAssignableFrom(kind));
    }

    /** Under which names memories are needed to post this fact. */
    public List<String> keysOf(Object fact) {
        return rules.keysOf(fact);
    }

    /** What this fact posts, if anything. What is to be remembered of it is so from now on. */
    public Optional<Entry> post(Object fact, Memories memories) {
        return Optional.of(rules.post(fact, memories))
                .filter(entry -> !entry.lines().isEmpty());
    }
}
