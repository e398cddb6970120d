package dev.earshot.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.AccountEvent.FavouriteAdded;
import dev.earshot.api.account.AccountEvent.FavouriteRemoved;
import dev.earshot.api.account.Role;
import dev.earshot.api.presence.PresenceEvent.MemberBlocked;
import dev.earshot.api.presence.PresenceEvent.MemberUnblocked;
import dev.earshot.query.CallStory;
import dev.earshot.query.QueryTest;
import org.junit.jupiter.api.Test;

class AccountApiTest extends QueryTest {
    @Test
    void a_member_is_told_who_they_are() {
        var me = asMember("/v1/me").body();

        assertThat(me.path("accountId").asString()).isEqualTo(story.member.value());
        assertThat(me.path("walletId").asString()).isEqualTo(story.wallet.value());
        assertThat(me.path("roles").toString()).isEqualTo("[\"MEMBER\"]");
        assertThat(me.has("listenerId")).isFalse();
        assertThat(me.path("favourites")).isEmpty();
    }

    @Test
    void a_listener_is_told_their_market_id_too() {
        assertThat(asListener("/v1/me").body().path("listenerId").asString()).isEqualTo(story.listenerId.value());
    }

    @Test
    void favourites_come_the_latest_first_whatever_one_transaction_did() {
        var other = new CallStory();
        given(liked(story, true), liked(other, true), liked(story, false), liked(story, true));

        assertThat(asMember("/v1/me").body().path("favourites").toString())
                .isEqualTo("[\"%s\",\"%s\"]".formatted(story.listenerId, other.listenerId));
    }

    @Test
    void blocks_are_known_to_the_listener_only() {
        var other = new CallStory().member;
        given(
                new MemberBlocked(story.presence, story.member, story.start),
                new MemberBlocked(story.presence, other, story.start));
        given(new MemberUnblocked(story.presence, other, story.start));

        assertThat(asListener("/v1/listeners/me/blocks")
                        .body()
                        .path("memberIds")
                        .toString())
                .isEqualTo("[\"%s\"]".formatted(story.member));
        assertThat(get("/v1/listeners/me/blocks", story.member, Role.MEMBER).status())
                .isEqualTo(403);
    }

    private Object liked(CallStory whom, boolean liked) {
        return liked
                ? new FavouriteAdded(story.member, whom.listenerId, story.start)
                : new FavouriteRemoved(story.member, whom.listenerId, story.start);
    }
}
