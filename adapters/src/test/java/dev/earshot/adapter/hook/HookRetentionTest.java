package dev.earshot.adapter.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Bodies hold what providers know of people, and go in time; what became of a hook stays known. */
class HookRetentionTest extends HookTest {
    private final String event = fresh("sev_");
    private final String topUp = fresh("top_");

    @Autowired
    HookInbox inbox;

    @Autowired
    HookSettings settings;

    @Test
    void the_body_of_what_is_done_goes_after_ninety_days_and_not_before() {
        deliver(paid(event, topUp));
        becomes(event, "PROCESSED");

        afterDays(89);
        assertThat(becomes(event, "PROCESSED").path("body").asString()).isEqualTo(paid(event, topUp));
        afterDays(91);

        var kept = becomes(event, "PROCESSED");
        assertThat(kept.has("body")).isFalse();
        assertThat(kept.path("kind").asString()).isEqualTo("Paid");
        assertThat(kept.path("payment").asString()).isEqualTo("sbx_" + topUp);
    }

    @Test
    void a_hook_without_its_body_is_still_known_when_it_is_told_again() {
        deliver(paid(event, topUp));
        becomes(event, "PROCESSED");
        afterDays(91);
        int before = topUps.confirmations();

        deliver(paid(event, topUp));
        assertThat(becomes(event, "PROCESSED").path("changed").asBoolean()).isFalse();
        deliver(paid(event, topUp).replace("2000", "9000"));

        var again = becomes(event, "PROCESSED");
        assertThat(again.path("deliveries").asInt()).isEqualTo(3);
        assertThat(again.path("changed").asBoolean()).isTrue();
        assertThat(topUps.confirmations()).isEqualTo(before);
    }

    @Test
    void that_a_hook_was_changed_stays_known_without_its_bodies() {
        deliver(paid(event, topUp));
        becomes(event, "PROCESSED");
        deliver(paid(event, topUp).replace("2000", "9000"));

        afterDays(91);

        var kept = becomes(event, "PROCESSED");
        assertThat(kept.path("changed").asBoolean()).isTrue();
        assertThat(kept.path("changedBody").asString()).isEmpty();
    }

    @Test
    void what_was_of_no_concern_cannot_be_driven_again_without_its_body() {
        deliver(paid(event, topUp).replace("payment.paid", "weather.changed"));
        becomes(event, "IGNORED");

        afterDays(91);

        assertThat(redrive(event).code()).isEqualTo("PAYMENT_EVENT_BODY_REMOVED");
    }

    @Test
    void what_somebody_has_to_look_at_keeps_its_body_for_good() {
        String unrouted = fresh("sev_");
        deliver(paid(event, topUp).replace("\"USD\"", "\"XYZ\""));
        deliver(paid(unrouted, topUp).replace(topUp, "pack_100"));
        becomes(event, "DEAD");
        becomes(unrouted, "UNROUTED");

        afterDays(4_000);

        assertThat(desk(idOf(event), Role.ADMIN).body().path("body").asString()).contains("XYZ");
        assertThat(desk(idOf(unrouted), Role.ADMIN).body().path("body").asString())
                .contains("pack_100");
    }

    private void afterDays(int days) {
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(days)), ZoneOffset.UTC);
        new HookRetention(inbox, later, settings).removeOldBodies();
    }
}
