package dev.earshot.saga.billing;

import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Pocket;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a card pays of a call: a chain of authorizations, each asked for when the last one runs low. Only of calls that are
 * paid by card.
 *
 * @param rules how long the authorizations are, and how long the first may take
 * @param card the saved card, absent until it is known
 * @param payee the account the money goes to, empty until it is known
 * @param chain the authorizations, the first one in front
 * @param charges what the call took of each, once it is captured
 */
record CardFunding(CardRules rules, Optional<CardId> card, String payee, List<CardHold> chain, List<Charge> charges) {
    CardFunding {
        chain = List.copyOf(chain);
        charges = List.copyOf(charges);
    }

    static CardFunding by(CardRules rules) {
        return new CardFunding(rules, Optional.empty(), "", List.of(), List.of());
    }

    /** The card is known: the first authorization is asked for. */
    CardFunding chosen(CardId chosen, String account, Money nothing) {
        return card.isPresent()
                ? this
                : new CardFunding(rules, Optional.of(chosen), account, chain, charges).with(1, 0, nothing);
    }

    /** The grant runs low: the next authorization is asked for, if the last one stands and was not asked for this. */
    CardFunding runningLow(long grant, Money nothing) {
        if (newest().isEmpty()) {
            return this;
        }
        CardHold newest = newest().get();
        if (newest.isHeardOfEarly()) {
            return change(newest.number(), nothing, hold -> hold.askedFor(grant));
        }
        boolean mayGoOn = newest.state() == CardHold.State.LENT && newest.forGrant() < grant;
        return mayGoOn ? with(newest.number() + 1, grant, nothing) : this;
    }

    CardFunding authorized(CardPaymentId payment, Money amount) {
        return change(payment.number(), amount, hold -> hold.authorized(amount));
    }

    CardFunding reached(CardPaymentId payment, CardHold.State state, Money nothing) {
        return change(payment.number(), nothing, hold -> hold.reached(state));
    }

    CardFunding charged(List<Charge> taken) {
        List<Charge> byCard = taken.stream()
                .filter(charge -> charge.pocket() == Pocket.CARD && charge.charged() > 0)
                .toList();
        return new CardFunding(rules, card, payee, chain, byCard);
    }

    /** What the call took of this authorization. */
    Optional<Charge> chargeOf(CardHold hold) {
        return charges.stream()
                .filter(charge -> new CardPaymentId(charge.lot()).number() == hold.number())
                .findFirst();
    }

    /** Whether the wallet has had anything to grant from. */
    boolean hasLent() {
        return chain.stream().anyMatch(hold -> hold.state() == CardHold.State.LENT);
    }

    /** Whether the wallet can grant more now that this grant runs low. */
    boolean hasLentFor(long grant) {
        return newest().filter(hold -> hold.state() == CardHold.State.LENT && hold.forGrant() == grant)
                .isPresent();
    }

    boolean isDeclinedFor(long grant) {
        return newest().filter(hold -> hold.state() == CardHold.State.DECLINED && hold.forGrant() == grant)
                .isPresent();
    }

    boolean isSettled() {
        return chain.stream().allMatch(CardHold::isSettled);
    }

    Duration patience() {
        return rules.answer();
    }

    private Optional<CardHold> newest() {
        return chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
    }

    /** A fact may overtake the one that makes us ask. */
    private CardFunding change(int number, Money nothing, UnaryOperator<CardHold> change) {
        CardFunding known = with(number, number == 1 ? 0 : CardHold.HEARD_OF_EARLY, nothing);
        return known.withChain(known.chain.stream().map(hold -> hold.number() == number ? change.apply(hold) : hold));
    }

    /** This with an authorization of that number; nothing changes when there is one. */
    private CardFunding with(int number, long grant, Money nothing) {
        if (chain.stream().anyMatch(hold -> hold.number() == number)) {
            return this;
        }
        CardHold asked = new CardHold(number, grant, CardHold.State.ASKED, nothing);
        return withChain(
                Stream.concat(chain.stream(), Stream.of(asked)).sorted(Comparator.comparingInt(CardHold::number)));
    }

    private CardFunding withChain(Stream<CardHold> holds) {
        return new CardFunding(rules, card, payee, holds.toList(), charges);
    }
}
