package dev.earshot.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.CallId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.api.wallet.WalletEvent.PromoExpired;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An auditor who knows nothing but what the wallet has told, and checks every fact against the laws: no purse holds more
 * than it has, a hold is resolved once, a capture takes exactly what its grant costs.
 */
final class Books {
    private final Map<String, Long> balances = new HashMap<>(Map.of(purse(Pocket.CASH, Leg.NO_LOT), 0L));
    private final Map<CallId, Grant> holds = new HashMap<>();
    private final Set<CallId> closed = new HashSet<>();

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
    }

    long cash() {
        return balances.get(purse(Pocket.CASH, Leg.NO_LOT));
    }

    long grantedSeconds(CallId callId) {
        return holds.getOrDefault(callId, Grant.NONE).seconds();
    }

    Set<CallId> running() {
        return Set.copyOf(holds.keySet());
    }

    /** What is left in all promotional lots. */
    long promo() {
        return balances.values().stream().mapToLong(Long::longValue).sum() - cash();
    }

    private void close(CallId callId, Grant grant, List<Charge> charges) {
        Grant open = holds.remove(callId);
        assertThat(grant).isEqualTo(open == null ? Grant.NONE : open);
        assertThat(closed.add(callId)).isTrue();
        for (Charge charge : charges) {
            if (charge.pocket() != Pocket.GRACE) {
                add(purse(charge.pocket(), charge.lot()), -charge.charged());
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

    private static String purse(Pocket pocket, String lot) {
        return pocket + " " + lot;
    }
}
