package dev.earshot.saga.billing;

import dev.earshot.api.card.CardPaymentCommand.AuthorizeCard;
import dev.earshot.api.card.CardPaymentCommand.CaptureCard;
import dev.earshot.api.card.CardPaymentCommand.VoidCard;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Burn;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Tariff;
import dev.earshot.api.wallet.WalletCommand.LendCard;
import java.time.Instant;
import java.util.Optional;

/** What is wanted of one authorization and not yet answered. */
final class CardWishes {
    private final CallBilling billing;
    private final CardFunding funding;
    private final Instant now;

    CardWishes(CallBilling billing, CardFunding funding, Instant now) {
        this.billing = billing;
        this.funding = funding;
        this.now = now;
    }

    Optional<Object> of(CardHold hold) {
        if (hold.isSettled()) {
            return Optional.empty();
        }
        Optional<Charge> charge = funding.chargeOf(hold);
        if (charge.isPresent()) {
            return charge.map(taken -> capture(hold, taken));
        }
        if (billing.progress().isUndoing()) {
            return undo(hold);
        }
        return switch (hold.state()) {
            case ASKED -> funding.card().map(card -> authorize(hold, card));
            case AUTHORIZED -> Optional.of(lend(hold));
            case LENT, DECLINED, CLOSED -> Optional.empty();
        };
    }

    /** What the wallet may have granted from is let go when the hold is resolved without it. */
    private Optional<Object> undo(CardHold hold) {
        boolean neverLent = hold.state() == CardHold.State.ASKED;
        return neverLent || billing.hold().isSettled()
                ? Optional.of(new VoidCard(idOf(hold), billing.callId(), billing.parties(), now))
                : Optional.empty();
    }

    private Object authorize(CardHold hold, CardId card) {
        Tariff tariff = tariff();
        return new AuthorizeCard(
                idOf(hold),
                billing.callId(),
                billing.parties(),
                card,
                funding.payee(),
                money(tariff.cost(funding.rules().seconds())),
                money(tariff.cost(funding.rules().fallbackSeconds())),
                now);
    }

    private Object lend(CardHold hold) {
        return new LendCard(
                WalletId.of(billing.parties().memberId()), billing.callId(), idOf(hold), hold.amount(), now);
    }

    private Object capture(CardHold hold, Charge taken) {
        return new CaptureCard(idOf(hold), money(taken.charged()), money(taken.fee()), now);
    }

    private CardPaymentId idOf(CardHold hold) {
        return CardPaymentId.of(billing.callId(), hold.number());
    }

    private Tariff tariff() {
        return billing.terms().burnOrder().stream()
                .filter(burn -> burn.pocket() == Pocket.CARD)
                .map(Burn::tariff)
                .findFirst()
                .orElseThrow();
    }

    private Money money(long minor) {
        return new Money(minor, billing.terms().ratePerMinute().currency());
    }
}
