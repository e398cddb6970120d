package dev.earshot.query.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.api.wallet.WalletEvent.PromoExpired;
import dev.earshot.query.CallStory;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalletStateTest {
    private final CallStory story = new CallStory();
    private final WalletState wallet = new WalletState(story.wallet.value());

    @Test
    void an_opened_wallet_has_an_empty_cash_pocket() {
        wallet.on(story.walletOpened());

        assertThat(wallet.currency()).isEqualTo("USD");
        assertThat(wallet.pockets()).containsExactly(cash(0, 0));
    }

    @Test
    void a_hold_sets_aside_and_leaves_the_balance() {
        opened(5000);

        wallet.on(story.holdPlaced(story.cash(300)));

        assertThat(wallet.pockets()).containsExactly(cash(5000, 995));
        assertThat(wallet.holds.changed()).containsOnlyKeys(story.call.value());
    }

    @Test
    void an_extension_holds_only_the_difference() {
        opened(5000);
        wallet.on(story.holdPlaced(story.cash(300)));

        wallet.on(story.holdExtended(story.cash(600)));

        assertThat(wallet.pockets()).containsExactly(cash(5000, 1990));
    }

    @Test
    void a_capture_takes_the_charge_frees_the_rest_and_is_entered() {
        opened(5000);
        wallet.on(story.holdPlaced(story.cash(300)));

        wallet.on(story.captured(story.cash(300), 37));

        assertThat(wallet.pockets()).containsExactly(cash(4878, 0));
        assertThat(wallet.holds.changed()).isEmpty();
        var entry = wallet.newEntries.get(1);
        assertThat(entry.kind()).isEqualTo(WalletEntry.Kind.CALL);
        assertThat(entry.amount()).isEqualTo(-122);
        assertThat(entry.balance()).isEqualTo(4878);
        assertThat(entry.callId()).isEqualTo(story.call.value());
    }

    @Test
    void a_release_gives_everything_back_without_an_entry() {
        opened(5000);
        wallet.on(story.holdPlaced(story.cash(300)));

        wallet.on(new HoldReleased(story.wallet, story.call, story.cash(300), story.at(5)));

        assertThat(wallet.pockets()).containsExactly(cash(5000, 0));
        assertThat(wallet.newEntries).hasSize(1);
    }

    @Test
    void a_call_over_several_pockets_has_an_entry_for_each_that_paid() {
        opened(5000);
        wallet.on(story.promo(Unit.SECONDS, 20));
        var seconds = story.terms.burnOrder().get(0).tariff();
        var grant = Grant.NONE
                .then(Pocket.PROMO, story.lot.value(), 20, seconds)
                .then(
                        Pocket.CASH,
                        Leg.NO_LOT,
                        40,
                        story.terms.burnOrder().get(2).tariff())
                .then(Pocket.GRACE, Leg.NO_LOT, 10, story.terms.graceTariff());
        wallet.on(story.holdPlaced(grant));

        wallet.on(story.captured(grant, 65));

        assertThat(wallet.pockets()).containsExactly(cash(4868, 0));
        assertThat(wallet.newEntries)
                .extracting(WalletEntry::pocket, WalletEntry::unit, WalletEntry::amount, WalletEntry::line)
                .containsExactly(
                        tuple(Pocket.CASH, Unit.MONEY, 5000L, 0),
                        tuple(Pocket.PROMO, Unit.SECONDS, 20L, 0),
                        tuple(Pocket.PROMO, Unit.SECONDS, -20L, 0),
                        tuple(Pocket.CASH, Unit.MONEY, -132L, 1));
    }

    @Test
    void what_is_left_of_an_expired_lot_goes_and_what_is_held_stays() {
        wallet.on(story.walletOpened());
        wallet.on(story.promo(Unit.MONEY, 500));
        var tariff = story.terms.burnOrder().get(1).tariff();
        wallet.on(story.holdPlaced(Grant.NONE.then(Pocket.PROMO, story.lot.value(), 60, tariff)));

        wallet.on(new PromoExpired(story.wallet, story.lot, Unit.MONEY, 301, story.at(1000)));

        assertThat(wallet.pockets())
                .filteredOn(pocket -> pocket.pocket() == Pocket.PROMO)
                .extracting(PocketBalance::balance, PocketBalance::held)
                .containsExactly(tuple(199L, 199L));
    }

    @Test
    void an_expired_lot_offers_nothing_even_before_the_log_says_so() {
        var lot = new PocketBalance(Pocket.PROMO, "lot_1", Unit.MONEY, 500, 199, story.at(10));

        assertThat(List.of(lot.availableAt(story.at(9)), lot.availableAt(story.at(10))))
                .containsExactly(301L, 0L);
    }

    private void opened(long minor) {
        wallet.on(story.walletOpened());
        wallet.on(story.topUpCredited(minor));
    }

    private static PocketBalance cash(long balance, long held) {
        return new PocketBalance(Pocket.CASH, Leg.NO_LOT, Unit.MONEY, balance, held, null);
    }
}
