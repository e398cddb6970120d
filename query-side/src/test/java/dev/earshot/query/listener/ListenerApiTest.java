package dev.earshot.query.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.AccountEvent.FavouriteAdded;
import dev.earshot.api.account.AccountEvent.FavouriteRemoved;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutEvent.PayeeSuspended;
import dev.earshot.api.payout.PayoutEvent.PayeeVerified;
import dev.earshot.api.payout.PayoutEvent.PayoutsFrozen;
import dev.earshot.api.payout.PayoutEvent.PayoutsUnfrozen;
import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.api.presence.PresenceEvent.ListenerLapsed;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.people.Sealing;
import dev.earshot.query.CallStory;
import dev.earshot.query.QueryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ListenerApiTest extends QueryTest {
    @Autowired
    private Sealing sealing;

    private final List<CallStory> three = new ArrayList<>();
    /** A skill nobody else has, so that other tests' listeners stay out of sight. */
    private String skill;

    @BeforeEach
    void three_listeners_with_one_skill() {
        skill = "skill" + story.suffix;
        publish(three(100, "en"), three(300, "de"), three(200, "en"));
        awaitViews();
    }

    @Test
    void a_profile_is_shown_with_what_the_listener_wrote() throws Refused {
        var anna = three.get(0);
        given(writes(anna, Map.of("displayName", "Anna", "bio", "I listen.", "location", "Rome")));
        given(writes(anna, Map.of("location", "")));

        var profile = asMember("/v1/listeners/" + anna.listenerId).body();

        assertThat(profile.path("displayName").asString()).isEqualTo("Anna");
        assertThat(profile.path("bio").asString()).isEqualTo("I listen.");
        assertThat(profile.has("location")).isFalse();
        assertThat(profile.path("ratePerMinute").toString()).isEqualTo("{\"minor\":100,\"currency\":\"USD\"}");
        assertThat(profile.path("status").asString()).isEqualTo("OFFLINE");
        assertThat(profile.path("ratingAverage").toString()).isEqualTo("{\"count\":0,\"hundredths\":0}");
        assertThat(profile.path("favourite").asBoolean()).isFalse();
    }

    @Test
    void status_follows_presence_and_engagement() {
        var anna = three.get(0);
        given(anna.wentLive());
        assertThat(statusOf(anna)).isEqualTo("LIVE");
        given(anna.engaged());
        assertThat(statusOf(anna)).isEqualTo("BUSY");
        given(new ListenerLapsed(anna.presence, anna.at(5)));
        assertThat(statusOf(anna)).isEqualTo("BUSY");
        given(anna.disengaged());
        assertThat(statusOf(anna)).isEqualTo("OFFLINE");
    }

    @Test
    void calls_and_ratings_count() {
        var anna = three.get(0);
        given(anna.requested(), anna.connected(), anna.rated(5), anna.rated(4), anna.rated(5));

        var profile = asMember("/v1/listeners/" + anna.listenerId).body();

        assertThat(profile.path("callsTaken").asLong()).isEqualTo(1);
        assertThat(profile.path("ratingAverage").toString()).isEqualTo("{\"count\":3,\"hundredths\":467}");
    }

    @Test
    void a_search_filters_by_everything_it_names() {
        given(
                three.get(0).wentLive(),
                three.get(2).wentLive(),
                three.get(2).engaged(),
                three.get(1).rated(4));

        assertThat(found("")).hasSize(3);
        assertThat(found("&live=true")).containsExactly(0);
        assertThat(found("&language=de")).containsExactly(1);
        assertThat(found("&minRate=200&sort=rate")).containsExactly(2, 1);
        assertThat(found("&maxRate=200&sort=rate")).containsExactly(0, 2);
        assertThat(found("&minRating=3.5")).containsExactly(1);
        assertThat(found("&minRating=4.01")).isEmpty();
    }

    @Test
    void whoever_cannot_be_paid_is_offered_to_nobody_who_pays_by_card() {
        given(verified(0), verified(1), verified(2), new PayeeSuspended(payeeOf(1), "acct", story.start), frozen(2));

        assertThat(found("&takesCards=true")).containsExactly(0);
        assertThat(found("&takesCards=false")).hasSize(3);
        assertThat(takesCards(0)).isTrue();
        assertThat(takesCards(1)).isFalse();
        assertThat(takesCards(2)).isFalse();

        given(new PayoutsUnfrozen(payeeOf(2), story.member, story.start));

        assertThat(found("&takesCards=true")).containsExactly(2, 0);
        assertThat(takesCards(2)).isTrue();
    }

    @Test
    void rates_are_compared_within_one_currency() {
        given(three(150, "en", "EUR"));

        assertThat(found("")).hasSize(4);
        assertThat(found("&maxRate=200&sort=rate")).containsExactly(0, 2);
        assertThat(found("&minRate=100&maxRate=200&currency=EUR")).containsExactly(3);
        assertThat(found("&sort=-rate")).containsExactly(1, 2, 0);
        assertThat(found("&currency=EUR")).containsExactly(3);
        assertThat(found("&currency=INR")).isEmpty();
    }

    @Test
    void a_search_is_sorted_as_asked() {
        given(three.get(1).rated(3), three.get(2).rated(5));

        assertThat(found("&sort=rate")).containsExactly(0, 2, 1);
        assertThat(found("&sort=-rate")).containsExactly(1, 2, 0);
        assertThat(found("&sort=rating")).containsExactly(2, 1, 0);
        assertThat(found("&sort=newest")).containsExactly(2, 1, 0);
    }

    @Test
    void pages_join_without_a_gap_or_an_overlap_in_every_order() {
        for (var sort : List.of("rate", "-rate", "rating", "newest")) {
            var path = "/v1/listeners?limit=2&skill=" + skill + "&sort=" + sort;
            var first = asMember(path).body();
            var second =
                    asMember(path + "&cursor=" + first.path("next").asString()).body();

            List<String> both = new ArrayList<>(first.path("items").findValuesAsString("listenerId"));
            both.addAll(second.path("items").findValuesAsString("listenerId"));
            assertThat(both).as(sort).hasSize(3).doesNotHaveDuplicates();
            assertThat(second.has("next")).isFalse();
        }
    }

    @Test
    void bad_searches_are_refused_by_name() {
        assertThat(asMember("/v1/listeners?sort=height").code()).isEqualTo("SORT_UNKNOWN");
        assertThat(asMember("/v1/listeners?minRating=7").status()).isEqualTo(400);
        assertThat(asMember("/v1/listeners?language=English").status()).isEqualTo(400);
        assertThat(asMember("/v1/listeners?maxRate=-1").status()).isEqualTo(400);
        assertThat(asMember("/v1/listeners?currency=dollars").status()).isEqualTo(400);
        assertThat(asMember("/v1/listeners?maxRate=1.5").status()).isEqualTo(400);
        assertThat(asMember("/v1/listeners?live=perhaps").status()).isEqualTo(400);
        assertThat(asMember("/v1/listeners/lis_nobody").code()).isEqualTo("LISTENER_UNKNOWN");
    }

    @Test
    void favourites_are_marked_for_who_likes_them() {
        var anna = three.get(0);
        given(new FavouriteAdded(story.member, anna.listenerId, story.start));
        assertThat(likes(anna)).isTrue();
        assertThat(asMember("/v1/favourites").body().path("listenerIds").get(0).asString())
                .isEqualTo(anna.listenerId.value());
        assertThat(asListener("/v1/listeners/" + anna.listenerId)
                        .body()
                        .path("favourite")
                        .asBoolean())
                .isFalse();

        given(new FavouriteRemoved(story.member, anna.listenerId, story.start));
        assertThat(likes(anna)).isFalse();
        assertThat(asMember("/v1/favourites").body().path("listenerIds")).isEmpty();
    }

    private Object three(long rate, String language) {
        return three(rate, language, "USD");
    }

    private Object three(long rate, String language, String currency) {
        var listener = new CallStory();
        three.add(listener);
        return listener.profile(Set.of(language, "fr"), Set.of(skill, "sleep"), Money.of(rate, currency));
    }

    private List<Integer> found(String filter) {
        var ids = three.stream().map(listener -> listener.listenerId.value()).toList();
        return asMember("/v1/listeners?skill=" + skill + filter)
                .body()
                .path("items")
                .findValuesAsString("listenerId")
                .stream()
                .map(ids::indexOf)
                .toList();
    }

    private TextsKept writes(CallStory listener, Map<String, String> texts) throws Refused {
        var wish = sealing.keeping(listener.listener, listener.listenerId.value(), texts, listener.start);
        return new TextsKept(wish.personId(), wish.subject(), wish.fields(), wish.at());
    }

    private PayeeVerified verified(int listener) {
        return new PayeeVerified(payeeOf(listener), "acct", story.start);
    }

    private PayoutsFrozen frozen(int listener) {
        return new PayoutsFrozen(payeeOf(listener), story.member, story.start);
    }

    private EarningsId payeeOf(int listener) {
        return EarningsId.of(three.get(listener).listenerId);
    }

    private boolean takesCards(int listener) {
        return asMember("/v1/listeners/" + three.get(listener).listenerId)
                .body()
                .path("takesCards")
                .asBoolean();
    }

    private String statusOf(CallStory listener) {
        return asMember("/v1/listeners/" + listener.listenerId)
                .body()
                .path("status")
                .asString();
    }

    private boolean likes(CallStory listener) {
        return asMember("/v1/listeners/" + listener.listenerId)
                .body()
                .path("favourite")
                .asBoolean();
    }
}
