package dev.earshot.query.lab.replay;

import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Burn;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Tariff;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import java.util.Map;
import java.util.Optional;

/** Under what a wallet is played: what was really in force, or a candidate from the beginning of the window on. */
interface Conditions {
    /** What was really in force, to the letter: whatever the tape tells happens again. */
    Conditions AS_RECORDED = new Conditions() {
        @Override
        public boolean follow(ScriptCall call) {
            return true;
        }

        @Override
        public Terms terms(ScriptCall call) {
            return call.terms();
        }

        @Override
        public long leastSeconds(ScriptCall call) {
            return 1;
        }
    };

    /** Whether a call is played to the letter of the tape, so that nothing about it needs a model. */
    boolean follow(ScriptCall call);

    Terms terms(ScriptCall call);

    /** The seconds without which it is not admitted. */
    long leastSeconds(ScriptCall call);

    /** What comes to the wallet in the place of this fact. */
    default WalletEvent instead(WalletEvent fact, Map<?, ScriptCall> calls) {
        return fact;
    }

    /** The price of a second by card; none where the card does not pay. */
    static Optional<Tariff> byCard(Terms terms) {
        return terms.burnOrder().stream()
                .filter(burn -> burn.pocket() == Pocket.CARD)
                .map(Burn::tariff)
                .findFirst();
    }

    /** The pack's price as cash. */
    static TopUpCredited asCash(PackCredited credit) {
        return new TopUpCredited(
                credit.walletId(), credit.topUpId(), credit.pack().price(), credit.at());
    }

    /** A card that was authorized for so many seconds at one price, authorized for as many at another. */
    static CardLent atPrice(CardLent card, Tariff real, Tariff other) {
        Money amount = card.amount();
        long seconds = real.units() == 0
                ? 0
                : -Math.floorDiv(-Math.multiplyExact(amount.minor(), real.perSeconds()), real.units());
        Money authorized = new Money(Math.max(1, other.cost(seconds)), amount.currency());
        return real.equals(other)
                ? card
                : new CardLent(card.walletId(), card.callId(), card.cardPaymentId(), authorized, card.at());
    }
}
