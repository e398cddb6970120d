package dev.earshot.query.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.AccountEvent.OverflowChosen;
import dev.earshot.api.account.AccountEvent.VersionAssigned;
import dev.earshot.api.account.AccountEvent.VersionMoved;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletEvent.PackTakenBack;
import dev.earshot.query.QueryTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a member sees of the packs they have bought, and of the version they are on. */
class PacksApiTest extends QueryTest {
    private static final Pack TOKENS = new Pack("tokens-100", PlanVersion.TOKENS, 100, Money.of(999, "USD"), 0);
    private static final Pack MINUTES = new Pack("minutes-30", PlanVersion.MOMENTS, 1800, Money.of(2999, "USD"), 30);

    @Test
    void the_wallet_shows_tokens_and_each_lot_of_minutes_with_its_end() {
        TopUpId minutes = new TopUpId(TopUpId.PREFIX + story.suffix + "x");
        given(
                story.walletOpened(),
                new PackCredited(story.wallet, story.topUp, TOKENS, story.at(1)),
                new PackCredited(story.wallet, minutes, MINUTES, story.at(2)));

        var wallet = asMember("/v1/wallet").body();

        assertThat(wallet.at("/pockets/1/pocket").asString()).isEqualTo("TOKENS");
        assertThat(wallet.at("/pockets/1/unit").asString()).isEqualTo("TOKENS");
        assertThat(wallet.at("/pockets/1/available").asLong()).isEqualTo(100);
        assertThat(wallet.at("/pockets/1").has("expiresAt")).isFalse();
        assertThat(wallet.at("/pockets/2/pocket").asString()).isEqualTo("MOMENTS");
        assertThat(wallet.at("/pockets/2/lot").asString())
                .isEqualTo(LotId.of(minutes).value());
        assertThat(wallet.at("/pockets/2/expiresAt").asString())
                .isEqualTo(story.at(2).plus(Duration.ofDays(30)).toString());
        assertThat(wallet.at("/available/minor").asLong()).isZero();
    }

    @Test
    void a_purchase_an_expiry_and_a_refund_are_entered() {
        TopUpId minutes = new TopUpId(TopUpId.PREFIX + story.suffix + "x");
        given(
                story.walletOpened(),
                new PackCredited(story.wallet, story.topUp, TOKENS, story.at(1)),
                new PackCredited(story.wallet, minutes, MINUTES, story.at(2)),
                new PackTakenBack(story.wallet, story.topUp, TOKENS, 60, story.at(3)),
                new PackExpired(
                        story.wallet, LotId.of(minutes), Pocket.MOMENTS, Unit.SECONDS, 1800, story.at(3_000_000)));

        var entries = asMember("/v1/wallet/entries").body().path("items");

        assertThat(entries.findValuesAsString("kind"))
                .containsExactly("PACK_EXPIRED", "REFUND", "PURCHASE", "PURCHASE");
        assertThat(entries.findValuesAsString("amount")).containsExactly("-1800", "-60", "1800", "100");
        assertThat(entries.at("/1/balance").asLong()).isEqualTo(40);
        assertThat(entries.at("/3/topUpId").asString()).isEqualTo(story.topUp.value());
        assertThat(asMember("/v1/wallet").body().path("pockets")).hasSize(2);
    }

    @Test
    void a_purchase_is_followed_like_a_top_up_and_names_its_product() {
        given(
                new PackRequested(story.topUp, story.wallet, TOKENS, "test_ok", story.start),
                new PackPaid(story.topUp, story.wallet, TOKENS, "ref", story.at(1)));

        var topUp = asMember("/v1/wallet/top-ups/" + story.topUp).body();

        assertThat(topUp.path("status").asString()).isEqualTo("PAID");
        assertThat(topUp.path("product").asString()).isEqualTo("tokens-100");
        assertThat(topUp.at("/amount/minor").asLong()).isEqualTo(999);
    }

    @Test
    void the_account_and_the_wallet_name_the_version_that_future_calls_are_on() {
        given(story.walletOpened());
        assertThat(asMember("/v1/me").body().path("version").asString()).isEqualTo("PAY_PER_MINUTE");

        given(
                new VersionAssigned(story.member, PlanVersion.TOKENS, story.start),
                new VersionMoved(story.member, PlanVersion.TOKENS, PlanVersion.MOMENTS, story.listener, story.at(1)),
                new OverflowChosen(story.member, true, story.at(2)));

        assertThat(asMember("/v1/me").body().path("version").asString()).isEqualTo("MOMENTS");
        assertThat(asMember("/v1/me").body().path("cashOverflow").asBoolean()).isTrue();
        assertThat(asMember("/v1/wallet").body().path("version").asString()).isEqualTo("MOMENTS");
        assertThat(asMember("/v1/catalogue").body().path("version").asString()).isEqualTo("MOMENTS");
    }
}
