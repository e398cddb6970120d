package dev.earshot.query.projection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.account.AccountEvent.FavouriteAdded;
import dev.earshot.api.account.Role;
import dev.earshot.api.card.CardholderEvent.CardOffered;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.id.PriceListId;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.money.Money;
import dev.earshot.api.presence.PresenceEvent.MemberBlocked;
import dev.earshot.api.price.PriceListEvent.PriceListPublished;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.purchase.Buyer;
import dev.earshot.api.purchase.PurchaseEvent.PackBought;
import dev.earshot.platform.database.TestDatabase;
import dev.earshot.platform.web.Api;
import dev.earshot.query.CallStory;
import dev.earshot.query.QueryTest;
import dev.earshot.query.fold.Views;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RebuildApiTest extends QueryTest {
    private static final Map<String, List<String>> TABLES = Map.of(
            "account-view", List.of("favourite", "member_block"),
            "call-view", List.of("call_view"),
            "earnings-view", List.of("earnings_view", "earnings_entry"),
            "explain-view", List.of("explain_line", "explain_price"),
            "lab-view", List.of("lab_tape", "lab_open_call", "lab_word", "lab_end"),
            "listener-view", List.of("listener_view"),
            "purchase-view", List.of("purchase_view"),
            "stream-view", List.of("stream_fact", "stream_swept"),
            "wallet-view", List.of("wallet_view", "wallet_hold", "wallet_entry", "top_up_view", "card_view"));

    @Test
    void every_view_that_is_built_again_says_exactly_what_it_said_before() {
        severalLives();
        var before = dump();

        for (var view : Views.NAMES) {
            var accepted = rebuild(view);
            assertThat(accepted.status()).isEqualTo(202);
            assertThat(accepted.header("Location")).isEqualTo("/v1/admin/projections/" + view);
            await().atMost(20, SECONDS).until(() -> status(view).equals("RUNNING"));
        }

        awaitViews();
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void every_view_tells_how_far_it_has_come() {
        given(story.walletOpened());

        var listed = asAdmin("/v1/admin/projections").body().path("items");

        assertThat(listed.findValuesAsString("name")).containsExactlyElementsOf(Views.NAMES);
        listed.forEach(view -> {
            assertThat(view.path("position").asLong()).isEqualTo(head());
            assertThat(view.path("lag").asLong()).isZero();
            assertThat(view.path("progress").asLong()).isEqualTo(100);
        });
    }

    /** Axon tells of a processor that it runs while it tries the same batch for ever. */
    @Test
    void a_view_that_stands_still_says_so_and_why_until_it_goes_on() {
        JdbcClient owner = TestDatabase.ownerOf(jdbc.getDataSource());
        owner.sql("ALTER TABLE favourite RENAME TO favourite_gone").update();
        try {
            publish(new FavouriteAdded(story.member, story.listenerId, story.start));
            await().atMost(20, SECONDS).until(() -> status("account-view").equals("FAILED"));

            var stuck = asAdmin("/v1/admin/projections/account-view").body();
            assertThat(stuck.path("reason").asString())
                    .contains("SQLSTATE 42P01")
                    .doesNotContain(story.member.value());
            assertThat(stuck.path("lag").asLong()).isPositive();
            assertThat(stuck.path("progress").asInt()).isLessThanOrEqualTo(100);
        } finally {
            owner.sql("ALTER TABLE favourite_gone RENAME TO favourite").update();
        }

        await().atMost(60, SECONDS).until(() -> status("account-view").equals("RUNNING"));
        assertThat(asAdmin("/v1/admin/projections/account-view")
                        .body()
                        .path("reason")
                        .asString())
                .isEmpty();
    }

    @Test
    void only_admins_rebuild_and_only_views_of_this_side() {
        var path = "/v1/admin/projections/wallet-view/rebuild";

        assertThat(api.post(path)
                        .bearer(token(story.member, Role.MEMBER, Role.FINANCE))
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(rebuild("call-billing").code()).isEqualTo("PROJECTION_UNKNOWN");
        assertThat(rebuild("live").status()).isEqualTo(404);
        assertThat(asAdmin("/v1/admin/projections/nonsense").code()).isEqualTo("PROJECTION_UNKNOWN");
    }

    private void severalLives() {
        for (int i = 0; i < 3; i++) {
            story = new CallStory();
            var grant = story.cash(60);
            publish(story.promo(Unit.SECONDS, 30), new FavouriteAdded(story.member, story.listenerId, story.start));
            publish(story.connectedOn(5000, grant));
            publish(story.holdExtended(story.cash(360)), story.extended(story.cash(360)));
            publish(new MemberBlocked(story.presence, story.member, story.start));
            publish(story.settledAfter(100 + i, story.cash(360)));
            publish(story.rated(5));
            publish(new CardOffered(
                    CardholderId.of(story.member), new CardId(CardId.PREFIX + story.suffix), "test_ok", story.start));
            publish(new PackBought(
                    new PurchaseId(PurchaseId.PREFIX + story.suffix),
                    new Pack("tokens-100", PlanVersion.TOKENS, 100, Money.of(999, "USD"), 0),
                    "adapty",
                    "tx",
                    new Buyer("", "", ""),
                    story.start,
                    story.start));
        }
        var longAgo = Instant.parse("2000-01-01T00:00:00Z");
        publish(new PriceListPublished(
                new PriceListId(PriceListId.PREFIX + story.suffix),
                new PriceList(0, new Grace(0, 0), 1),
                longAgo,
                story.member,
                longAgo));
        given(new CallStory().connectedOn(900, story.cash(60)));
    }

    private Map<String, List<Map<String, Object>>> dump() {
        Map<String, List<Map<String, Object>>> dump = new TreeMap<>();
        TABLES.values().stream()
                .flatMap(List::stream)
                .forEach(table -> dump.put(table, jdbc.queryForList("SELECT t::text FROM " + table + " t ORDER BY 1")));
        assertThat(dump).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        return dump;
    }

    private Api.Reply rebuild(String view) {
        return api.post("/v1/admin/projections/" + view + "/rebuild")
                .bearer(token(story.member, Role.ADMIN))
                .send();
    }

    private String status(String view) {
        return asAdmin("/v1/admin/projections/" + view).body().path("status").asString();
    }

    private Api.Reply asAdmin(String path) {
        return get(path, story.member, Role.ADMIN);
    }
}
