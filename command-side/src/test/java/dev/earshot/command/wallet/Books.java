package dev.earshot.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.CashGivenBack;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletEvent.PackGivenBack;
import dev.earshot.api.wallet.WalletEvent.PackTakenBack;
import dev.earshot.api.wallet.WalletEvent.PaymentReversed;
import dev.earshot.api.wallet.WalletEvent.PromoExpired;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.api.wallet.WalletEvent.ReceivableCancelled;
import dev.earshot.api.wallet.WalletEvent.ReceivablePaid;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An auditor who knows nothing but what the wallet has told, and checks every fact against the laws: no purse holds more
 * than it has, a hold is resolved once, a capture takes exactly what its grant costs, and every unit bought is spent, held,
 * unspent, expired or refunded.
 */
final class Books {
    private final Map<String, Long> balances = new HashMap<>(Map.of(purse(Pocket.CASH, Leg.NO_LOT), 0L));
    private final Map<CallId, Grant> holds = new HashMap<>();
    private final Set<CallId> closed = new HashSet<>();
    private long bought;
    private long spent;
    private long expired;
    private long refunded;
    /** How payments that went back were answered for: in cash, units and debts. */
    private final Map<String, Map<String, Long>> answers = new HashMap<>();

    /** Enters a fact, if it is lawful. */
    void enter(Object fact) {
        if (fact instanceof TopUpCredited credit) {
            add(purse(Pocket.CASH, Leg.NO_LOT), credit.amount().minor());
        } else if (fact instanceof PromoGranted promo) {
            add(purse(Pocket.PROMO, promo.lotId().value()), promo.amount());
        } else if (fact instanceof PromoExpired expiry) {
            String lot = purse(Pocket.PROMO, expiry.lotId().value());
            assertThat(expiry.amount()).isPositive().isEqualTo(balances.get(lot) - held(lot));
            add(lot, -expiry.amount());
        } else if (fact instanceof PackCredited credit) {
            Pack pack = credit.pack();
            add(purse(pack.pocket(), lotOf(credit.topUpId(), pack)), pack.units());
            bought += pack.units();
        } else if (fact instanceof PackExpired expiry) {
            String lot = purse(expiry.pocket(), expiry.lotId().value());
            assertThat(expiry.units()).isPositive().isEqualTo(balances.get(lot) - held(lot));
            add(lot, -expiry.units());
            expired += expiry.units();
        } else if (fact instanceof PackTakenBack back) {
            String purse = purse(back.pack().pocket(), lotOf(back.topUpId(), back.pack()));
            assertThat(back.units()).isBetween(0L, back.pack().units());
            add(purse, -back.units());
            refunded += back.units();
            answer(back.topUpId().value(), "units", back.units());
        } else if (fact instanceof PackGivenBack back) {
            assertThat(back.units()).isPositive();
            add(purse(back.pack().pocket(), lotOf(back.topUpId(), back.pack())), back.units());
            refunded -= back.units();
            answer(back.topUpId().value(), "units", -back.units());
        } else if (fact instanceof PaymentReversed reversed) {
            answers.computeIfAbsent(reversed.topUpId().value(), unanswered -> new HashMap<>())
                    .put("inAll", reversed.inAll().minor());
        } else if (fact instanceof CashTakenBack back) {
            assertThat(back.amount().isPositive()).isTrue();
            add(purse(Pocket.CASH, Leg.NO_LOT), -back.amount().minor());
            answer(back.topUpId().value(), "cash", back.amount().minor());
        } else if (fact instanceof CashGivenBack back) {
            assertThat(back.amount().isPositive()).isTrue();
            add(purse(Pocket.CASH, Leg.NO_LOT), back.amount().minor());
            answer(back.topUpId().value(), "cash", -back.amount().minor());
        } else if (fact instanceof ReceivableRaised debt) {
            assertThat(debt.amount().isPositive()).isTrue();
            answer(debt.reference(), "owed", debt.amount().minor());
        } else if (fact instanceof ReceivablePaid debt) {
            assertThat(debt.amount().isPositive()).isTrue();
            add(purse(Pocket.CASH, Leg.NO_LOT), -debt.amount().minor());
            answer(debt.reference(), "owed", -debt.amount().minor());
            answer(debt.reference(), "cash", debt.amount().minor());
        } else if (fact instanceof ReceivableCancelled debt) {
            assertThat(debt.amount().isPositive()).isTrue();
            answer(debt.reference(), "owed", -debt.amount().minor());
        } else if (fact instanceof HoldPlaced placed) {
            assertThat(holds.put(placed.callId(), placed.grant())).isNull();
            assertThat(closed).doesNotContain(placed.callId());
        } else if (fact instanceof HoldExtended extended) {
            Grant before = holds.put(extended.callId(), extended.grant());
            assertThat(extended.grant().seconds()).isGreaterThan(before.seconds());
            assertThat(extended.grant().chargesAt(before.seconds())).isEqualTo(before.chargesAt(before.seconds()));
        } else if (fact instanceof HoldCaptured captured) {
            assertThat(captured.charges()).isEqualTo(captured.grant().chargesAt(captured.talkedSeconds()));
            close(captured.callId(), captured.grant(), captured.charges());
        } else if (fact instanceof HoldReleased released) {
            close(released.callId(), released.grant(), List.of());
        } else if (fact instanceof HoldDeclined declined) {
            assertThat(closed.add(declined.callId())).isTrue();
        } else {
            assertThat(fact).isInstanceOfAny(HoldExtensionDeclined.class, WalletEvent.WalletOpened.class);
        }
        balances.forEach((purse, balance) ->
                assertThat(held(purse)).as("held of %s", purse).isBetween(0L, balance));
        assertThat(spent + ofPacks() + expired + refunded)
                .as("spent, held or unspent, expired and refunded of packs")
                .isEqualTo(bought);
    }

    private long ofPacks() {
        return in(Pocket.TOKENS) + in(Pocket.MOMENTS);
    }

    /** What is in all purses of a pocket, held or not. */
    long in(Pocket pocket) {
        return balances.entrySet().stream()
                .filter(purse -> purse.getKey().startsWith(pocket + " "))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long grantedSeconds(CallId callId) {
        return holds.getOrDefault(callId, Grant.NONE).seconds();
    }

    Set<CallId> running() {
        return Set.copyOf(holds.keySet());
    }

    /** What running calls have set aside of a pocket. */
    long held(Pocket pocket) {
        return balances.keySet().stream()
                .filter(purse -> purse.startsWith(pocket + " "))
                .mapToLong(this::held)
                .sum();
    }

    long owed() {
        return answers.values().stream()
                .mapToLong(answer -> answer.getOrDefault("owed", 0L))
                .sum();
    }

    /** How one payment was answered for: {@code inAll}, {@code cash}, {@code units} or {@code owed}. */
    long answer(TopUpId topUpId, String how) {
        return answers.getOrDefault(topUpId.value(), Map.of()).getOrDefault(how, 0L);
    }

    private void answer(String reference, String how, long amount) {
        long now = answers.computeIfAbsent(reference, unanswered -> new HashMap<>())
                .merge(how, amount, Math::addExact);
        assertThat(now).as("%s of %s", how, reference).isNotNegative();
    }

    private void close(CallId callId, Grant grant, List<Charge> charges) {
        Grant open = holds.remove(callId);
        assertThat(grant).isEqualTo(open == null ? Grant.NONE : open);
        assertThat(closed.add(callId)).isTrue();
        for (Charge charge : charges) {
            if (charge.pocket() != Pocket.GRACE) {
                add(purse(charge.pocket(), charge.lot()), -charge.charged());
                boolean ofPack = charge.pocket() == Pocket.TOKENS || charge.pocket() == Pocket.MOMENTS;
                spent += ofPack ? charge.charged() : 0;
            }
        }
    }

    private long held(String purse) {
        return holds.values().stream()
                .flatMap(grant -> grant.legs().stream())
                .filter(leg -> purse(leg.pocket(), leg.lot()).equals(purse))
                .mapToLong(Leg::held)
                .sum();
    }

    private void add(String purse, long units) {
        balances.merge(purse, units, Math::addExact);
    }

    private static String lotOf(TopUpId topUpId, Pack pack) {
        return pack.expires() ? "lot_" + topUpId.suffix() : Leg.NO_LOT;
    }

    private static String purse(Pocket pocket, String lot) {
        return pocket + " " + lot;
    }
}
