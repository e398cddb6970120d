package dev.earshot.query.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Cycle;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.purchase.Buyer;
import dev.earshot.api.purchase.DisputeVerdict;
import dev.earshot.api.purchase.PurchaseEvent.ClaimRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PackBought;
import dev.earshot.api.purchase.PurchaseEvent.PackClaimed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseDisputed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseUnclaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionClaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionTold;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionUnclaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionWentOn;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.query.QueryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What those who look after the money see of purchases that look for their account. */
class PurchaseApiTest extends QueryTest {
    private static final String PATH = "/v1/admin/pending-purchases";

    private final Pack pack = pack(100, 999);
    private PurchaseId first;
    private PurchaseId second;

    @BeforeEach
    void name() {
        first = new PurchaseId(PurchaseId.PREFIX + story.suffix + "1");
        second = new PurchaseId(PurchaseId.PREFIX + story.suffix + "2");
    }

    @Test
    void what_waits_and_what_is_unclaimed_is_listed_with_what_a_refund_needs() {
        given(bought(first), bought(second), new PurchaseUnclaimed(first, story.at(9)));

        var unclaimed = of(first, list("?status=UNCLAIMED&limit=200"));

        assertThat(unclaimed.path("provider").asString()).isEqualTo("adapty");
        assertThat(unclaimed.path("reference").asString()).isEqualTo("tx " + first);
        assertThat(unclaimed.at("/price/minor").asLong()).isEqualTo(999);
        assertThat(unclaimed.path("unclaimedSince").asString())
                .isEqualTo(story.at(9).toString());
        assertThat(of(second, list("?status=UNCLAIMED&limit=200"))).isNull();
        assertThat(of(second, list("?limit=200")).path("status").asString()).isEqualTo("WAITING");
        assertThat(of(first, list("?limit=200"))).isNotNull();
    }

    @Test
    void what_is_claimed_is_no_longer_listed_and_shows_its_account_when_asked_for() {
        given(
                bought(first),
                new PurchaseUnclaimed(first, story.at(1)),
                new PurchaseRefunded(first, usd(499), story.at(2)),
                new PackClaimed(first, story.member, pack(51, 500), "tx", story.at(3)),
                new ClaimRefunded(first, story.member, usd(100), story.at(4)));

        assertThat(of(first, list("?limit=200"))).isNull();
        var claimed = of(first, list("?status=CLAIMED&limit=200"));
        assertThat(claimed.path("accountId").asString()).isEqualTo(story.member.value());
        assertThat(claimed.at("/refunded/minor").asLong()).isEqualTo(599);
    }

    @Test
    void what_was_refunded_is_no_longer_listed_in_whatever_order_it_was_told() {
        given(bought(first), new PurchaseRefunded(first, usd(999), story.at(2)));
        given(new PurchaseRefunded(second, usd(999), story.at(1)), bought(second));

        assertThat(of(first, list("?limit=200"))).isNull();
        assertThat(of(second, list("?limit=200"))).isNull();
        assertThat(of(first, list("?status=REFUNDED&limit=200"))).isNotNull();
        assertThat(of(second, list("?status=REFUNDED&limit=200"))).isNotNull();
    }

    @Test
    void a_refund_of_what_was_never_told_is_no_purchase() {
        given(new PurchaseRefunded(first, usd(999), story.at(1)));

        assertThat(of(first, list("?status=REFUNDED&limit=200"))).isNull();
    }

    @Test
    void what_is_disputed_is_listed_until_it_is_won() {
        given(bought(first), disputed(first, DisputeVerdict.OPEN, false));
        given(bought(second), disputed(second, DisputeVerdict.OPEN, false), new PurchaseUnclaimed(second, story.at(2)));

        assertThat(of(first, list("?limit=200")).path("status").asString()).isEqualTo("DISPUTED");
        assertThat(of(second, list("?status=DISPUTED&limit=200"))).isNotNull();

        given(disputed(first, DisputeVerdict.WON, true), disputed(second, DisputeVerdict.WON, true));

        assertThat(of(first, list("?limit=200")).path("status").asString()).isEqualTo("WAITING");
        assertThat(of(second, list("?limit=200")).path("status").asString()).isEqualTo("UNCLAIMED");
    }

    @Test
    void a_subscription_is_listed_with_what_it_is_worth_here_and_how_long_it_is_paid() {
        given(told(first, 30), told(second, 30), told(first, 60));

        var waiting = of(first, list("?limit=200"));

        assertThat(waiting.path("status").asString()).isEqualTo("WAITING");
        assertThat(waiting.path("product").asString()).isEqualTo("daily-15");
        assertThat(waiting.path("reference").asString()).isEqualTo("orig " + first);
        assertThat(waiting.path("lastsUntil").asString()).isEqualTo(story.at(60).toString());
        assertThat(waiting.has("price")).isFalse();
        assertThat(waiting.has("units")).isFalse();
        given(
                new StoreSubscriptionUnclaimed(first, story.at(70)),
                new StoreSubscriptionClaimed(second, story.member, subscription(30), story.at(3)),
                new StoreSubscriptionWentOn(second, story.member, subscription(90), story.at(4)));
        assertThat(of(first, list("?status=UNCLAIMED&limit=200"))).isNotNull();
        var claimed = of(second, list("?status=CLAIMED&limit=200"));
        assertThat(claimed.path("accountId").asString()).isEqualTo(story.member.value());
        assertThat(claimed.path("lastsUntil").asString()).isEqualTo(story.at(90).toString());
    }

    @Test
    void the_list_is_read_page_by_page() {
        given(bought(first), bought(second));

        var page = list("?limit=1");
        var next = list("?limit=1&cursor=" + page.path("next").asString());

        assertThat(of(second, page)).isNotNull();
        assertThat(of(first, next)).isNotNull();
        assertThat(get(PATH + "?status=NONSENSE", story.member, Role.FINANCE).status())
                .isEqualTo(400);
    }

    @Test
    void only_those_who_look_after_the_money_see_it() {
        assertThat(get(PATH, story.member, Role.ADMIN).status()).isEqualTo(200);
        assertThat(get(PATH, story.member, Role.FINANCE).status()).isEqualTo(200);
        assertThat(get(PATH, story.member, Role.SUPERVISOR).status()).isEqualTo(403);
        assertThat(get(PATH, story.member, Role.MEMBER).status()).isEqualTo(403);
    }

    @Test
    void its_buyer_follows_it_like_any_top_up() {
        TopUpId topUp = TopUpId.of(first);
        given(new PackPaid(topUp, story.wallet, pack, "tx", story.at(1)));

        var shown = asMember("/v1/wallet/top-ups/" + topUp).body();

        assertThat(shown.path("status").asString()).isEqualTo("PAID");
        assertThat(shown.path("method").asString()).isEqualTo("store");
        assertThat(shown.path("product").asString()).isEqualTo("tokens-100");
        assertThat(shown.at("/amount/minor").asLong()).isEqualTo(999);
    }

    private JsonNode list(String query) {
        return get(PATH + query, story.member, Role.FINANCE).body();
    }

    private static JsonNode of(PurchaseId id, JsonNode page) {
        for (JsonNode item : page.path("items")) {
            if (item.path("purchaseId").asString().equals(id.value())) {
                return item;
            }
        }
        return null;
    }

    private PackBought bought(PurchaseId id) {
        return new PackBought(id, pack, "adapty", "tx " + id, new Buyer("", "h", "h"), story.start, story.at(0));
    }

    private PurchaseDisputed disputed(PurchaseId id, DisputeVerdict verdict, boolean claimable) {
        return new PurchaseDisputed(id, "dp", verdict, usd(999), claimable, story.at(5));
    }

    private StoreSubscriptionTold told(PurchaseId id, int until) {
        return new StoreSubscriptionTold(
                id, subscription(until), "adapty", "orig " + id, new Buyer("", "h", "h"), story.at(0));
    }

    private Subscription subscription(int until) {
        var daily = new Tier("daily-15", "daily", usd(1_999), 900, false, 0, Cycle.of("P1M"));
        return Subscription.paid("adapty:orig", daily, story.at(until), story.at(0));
    }

    private static Pack pack(long units, long minor) {
        return new Pack("tokens-100", PlanVersion.TOKENS, units, usd(minor), 0);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
