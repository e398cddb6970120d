package dev.earshot.query.person;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.account.AccountEvent.FavouriteAdded;
import dev.earshot.api.account.AccountEvent.TimeZoneChosen;
import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.person.ErasureReason;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.api.person.Sealed;
import dev.earshot.api.presence.PresenceEvent.MemberBlocked;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.people.PersonKeys;
import dev.earshot.platform.people.Sealing;
import dev.earshot.query.CallStory;
import dev.earshot.query.QueryTest;
import dev.earshot.query.fold.Views;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the views say of people who are erased, the first time and after every rebuild. */
class ErasedPeopleTest extends QueryTest {
    private static final List<String> TABLES =
            List.of("favourite", "member_block", "account_plan", "listener_view", "sealed_text");

    @Autowired
    private Sealing sealing;

    @Autowired
    private PersonKeys keys;

    @Autowired
    private Texts texts;

    private final CallStory tom = new CallStory();

    @Test
    void an_erased_listener_is_found_by_nobody_liked_by_nobody_and_blocks_nobody() throws Refused {
        lives();
        assertThat(asMember("/v1/listeners/" + story.listenerId)
                        .body()
                        .path("displayName")
                        .asString())
                .isEqualTo("Lea");

        erase(story.listener);

        assertThat(asMember("/v1/listeners/" + story.listenerId).code()).isEqualTo("LISTENER_UNKNOWN");
        assertThat(asMember("/v1/favourites").body().path("listenerIds")).isEmpty();
        assertThat(asListener("/v1/listeners/me/blocks").body().path("memberIds"))
                .isEmpty();
        assertThat(rowsOf("sealed_text", "account_id", story.listener)).isZero();
    }

    @Test
    void an_erased_member_leaves_no_favourites_no_zone_and_no_card() throws Refused {
        lives();
        given(new TimeZoneChosen(story.member, ZoneId.of("Europe/Lisbon"), story.start));
        String card = CardId.PREFIX + story.suffix;
        given(kept(story.member, card, Map.of("last4", "4242")));
        assertThat(texts.of(card)).containsEntry("last4", "4242");

        erase(story.member);

        assertThat(asMember("/v1/favourites").body().path("listenerIds")).isEmpty();
        assertThat(asListener("/v1/listeners/me/blocks").body().path("memberIds"))
                .isEmpty();
        assertThat(asMember("/v1/me").body().path("timeZone").asString()).isNotEqualTo("Europe/Lisbon");
        assertThat(texts.of(card)).isEmpty();
    }

    @Test
    void before_the_views_have_heard_of_it_a_neutral_word_stands_where_the_text_was() throws Refused {
        lives();

        keys.destroy(story.listener, story.start);

        assertThat(asMember("/v1/listeners/" + story.listenerId)
                        .body()
                        .path("displayName")
                        .asString())
                .isEqualTo(Texts.ERASED);
    }

    @Test
    void a_forged_text_hides_itself_and_nothing_else() throws Refused {
        lives();
        var bio = kept(story.listener, story.listenerId.value(), Map.of("bio", "I listen."));
        Sealed forged = new Sealed(
                bio.fields().get("bio").keyId(),
                kept(tom.listener, tom.listenerId.value(), Map.of("bio", "I steal."))
                        .fields()
                        .get("bio")
                        .text());
        given(new TextsKept(bio.personId(), bio.subject(), Map.of("bio", forged), story.start));

        var profile = asMember("/v1/listeners/" + story.listenerId).body();

        assertThat(profile.path("bio").asString()).isEqualTo(Texts.ERASED);
        assertThat(profile.path("displayName").asString()).isEqualTo("Lea");
    }

    @Test
    void every_rebuild_after_an_erasure_says_the_same_without_a_key() throws Refused {
        lives();
        erase(story.listener);
        given(kept(tom.listener, tom.listenerId.value(), Map.of("bio", "I stay.")));
        var before = dump();

        for (var view : Views.NAMES) {
            assertThat(api.post("/v1/admin/projections/" + view + "/rebuild")
                            .bearer(token(story.member, Role.ADMIN))
                            .send()
                            .status())
                    .isEqualTo(202);
            await().atMost(30, SECONDS).until(() -> statusOf(view).equals("RUNNING"));
        }
        awaitViews();

        assertThat(dump()).isEqualTo(before);
        assertThat(asMember("/v1/listeners/" + story.listenerId).code()).isEqualTo("LISTENER_UNKNOWN");
        assertThat(texts.of(tom.listenerId.value())).containsEntry("bio", "I stay.");
    }

    @Test
    void of_favourites_and_erasures_in_one_batch_each_counts_in_its_order() throws Refused {
        given(
                new FavouriteAdded(story.member, story.listenerId, story.start),
                erasureOf(story.listener),
                new FavouriteAdded(tom.member, tom.listenerId, story.start),
                new FavouriteAdded(story.member, tom.listenerId, story.start),
                erasureOf(story.member));

        assertThat(rowsOf("favourite", "account_id", story.member)).isZero();
        assertThat(rowsOf("favourite", "account_id", tom.member)).isEqualTo(1);
    }

    private void lives() throws Refused {
        given(
                story.profile(Set.of("en"), Set.of("grief"), CallStory.RATE),
                kept(story.listener, story.listenerId.value(), Map.of("displayName", "Lea")),
                new FavouriteAdded(story.member, story.listenerId, story.start),
                new MemberBlocked(story.presence, story.member, story.start));
    }

    private void erase(AccountId person) {
        keys.destroy(person, story.start);
        given(erasureOf(person));
    }

    private AccountErased erasureOf(AccountId person) {
        return new AccountErased(person, person, ErasureReason.OWN_WISH, List.of(), story.start);
    }

    private TextsKept kept(AccountId owner, String subject, Map<String, String> fields) throws Refused {
        var wish = sealing.keeping(owner, subject, fields, story.start);
        return new TextsKept(wish.personId(), wish.subject(), wish.fields(), wish.at());
    }

    private Map<String, Object> dump() {
        Map<String, Object> dump = new TreeMap<>();
        TABLES.forEach(table -> dump.put(table, jdbc.queryForList("SELECT t::text FROM " + table + " t ORDER BY 1")));
        return dump;
    }

    private long rowsOf(String table, String column, AccountId account) {
        return jdbc.queryForObject(
                "SELECT count(*) FROM %s WHERE %s = ?".formatted(table, column), Long.class, account.value());
    }

    private String statusOf(String view) {
        return get("/v1/admin/projections/" + view, story.member, Role.ADMIN)
                .body()
                .path("status")
                .asString();
    }
}
