package dev.earshot.query.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.query.CallStory;
import dev.earshot.query.QueryTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WalletApiTest extends QueryTest {
    @Test
    void an_account_without_a_wallet_is_told_so() {
        var reply = asMember("/v1/wallet");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("WALLET_UNKNOWN");
    }

    @Test
    void while_a_call_is_held_the_wallet_shows_what_is_left_and_what_is_set_aside() {
        given(story.connectedOn(5000, story.cash(300)));
        given(story.promo(Unit.MONEY, 250));

        var wallet = asMember("/v1/wallet").body();

        assertThat(wallet.path("walletId").asString()).isEqualTo(story.wallet.value());
        assertThat(wallet.path("currency").asString()).isEqualTo("USD");
        assertThat(wallet.path("version").asString()).isEqualTo("PAY_PER_MINUTE");
        assertThat(minor(wallet, "available")).isEqualTo(4255);
        assertThat(minor(wallet, "held")).isEqualTo(995);
        assertThat(minor(wallet, "displayed")).isEqualTo(5250);
        assertThat(wallet.path("pockets")).hasSize(2);
        assertThat(wallet.at("/pockets/1/pocket").asString()).isEqualTo("PROMO");
        assertThat(wallet.at("/pockets/1/lot").asString()).isEqualTo(story.lot.value());
        assertThat(wallet.at("/pockets/1/available").asLong()).isEqualTo(250);
        assertThat(wallet.at("/pockets/1").has("expiresAt")).isTrue();
        assertThat(wallet.at("/pockets/0").has("lot")).isFalse();
    }

    @Test
    void an_open_hold_has_a_row_until_the_call_is_paid() {
        given(story.connectedOn(5000, story.cash(300)));
        assertThat(openHolds()).isEqualTo(1);

        given(story.settledAfter(37, story.cash(300)));

        assertThat(openHolds()).isZero();
        var wallet = asMember("/v1/wallet").body();
        assertThat(minor(wallet, "available")).isEqualTo(4878);
        assertThat(minor(wallet, "held")).isZero();
        assertThat(minor(wallet, "displayed")).isEqualTo(4878);
    }

    @Test
    void entries_come_newest_first_page_by_page_without_a_gap() {
        given(story.connectedOn(5000, story.cash(300)));
        given(story.settledAfter(37, story.cash(300)));
        given(story.promo(Unit.SECONDS, 60));

        var first = asMember("/v1/wallet/entries?limit=2").body();
        var second = asMember("/v1/wallet/entries?limit=2&cursor="
                        + first.path("next").asString())
                .body();

        assertThat(first.path("items").findValuesAsString("kind")).containsExactly("PROMO", "CALL");
        assertThat(first.at("/items/1/amount").asLong()).isEqualTo(-122);
        assertThat(first.at("/items/1/balance").asLong()).isEqualTo(4878);
        assertThat(first.at("/items/1/callId").asString()).isEqualTo(story.call.value());
        assertThat(second.path("items").findValuesAsString("kind")).containsExactly("TOP_UP");
        assertThat(second.at("/items/0/topUpId").asString()).isEqualTo(story.topUp.value());
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void bad_pages_are_refused_by_name() {
        assertThat(asMember("/v1/wallet/entries?cursor=nonsense").code()).isEqualTo("CURSOR_INVALID");
        assertThat(asMember("/v1/wallet/entries?limit=0").status()).isEqualTo(400);
        assertThat(asMember("/v1/wallet/entries?limit=201").status()).isEqualTo(400);
        assertThat(asMember("/v1/wallet/entries?limit=many").status()).isEqualTo(400);
    }

    @Test
    void a_top_up_tells_how_far_it_has_come() {
        given(story.topUpRequested(700));
        assertThat(topUp().path("status").asString()).isEqualTo("REQUESTED");

        given(new TopUpDeclined(story.topUp, story.wallet, TopUpDecline.CARD_DECLINED, story.at(1)));
        assertThat(topUp().path("status").asString()).isEqualTo("DECLINED");
        assertThat(topUp().path("reason").asString()).isEqualTo("CARD_DECLINED");

        given(story.topUpPaid(700));
        assertThat(topUp().path("status").asString()).isEqualTo("PAID");
        assertThat(topUp().has("reason")).isFalse();
        assertThat(asMember("/v1/wallet/top-ups").body().path("items")).hasSize(1);
    }

    @Test
    void the_top_up_of_another_account_is_as_unknown_as_none() {
        given(story.topUpRequested(700));
        var stranger = new CallStory().member;
        var path = "/v1/wallet/top-ups/";

        assertThat(get(path + story.topUp, stranger, Role.MEMBER).code()).isEqualTo("TOP_UP_UNKNOWN");
        assertThat(asMember(path + TopUpId.PREFIX + "none").code()).isEqualTo("TOP_UP_UNKNOWN");
        assertThat(asMember(path + "nonsense").status()).isIn(400, 404);
    }

    private JsonNode topUp() {
        return asMember("/v1/wallet/top-ups/" + story.topUp).body();
    }

    private long openHolds() {
        return jdbc.queryForObject(
                "SELECT count(*) FROM wallet_hold WHERE wallet_id = ?", Long.class, story.wallet.value());
    }

    private static long minor(JsonNode wallet, String field) {
        return wallet.path(field).path("minor").asLong();
    }
}
