package dev.earshot.query.autotopup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpArmed;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpDeclined;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPaid;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPutOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpStarted;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpSuspended;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpTurnedOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpTurnedOn;
import dev.earshot.api.autotopup.PutOffReason;
import dev.earshot.api.autotopup.SuspendReason;
import dev.earshot.api.id.AutoTopUpId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.query.QueryTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a member sees of their automatic top-up. */
class AutoTopUpApiTest extends QueryTest {
    private static final Money THRESHOLD = Money.of(500, "USD");
    private static final Money AMOUNT = Money.of(2_000, "USD");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private AutoTopUpId id;

    @BeforeEach
    void name() {
        id = AutoTopUpId.of(story.wallet);
    }

    @Test
    void what_was_never_on_is_off() {
        given(story.walletOpened());

        JsonNode seen = seen();

        assertThat(seen.path("status").asString()).isEqualTo("OFF");
        assertThat(seen.size()).isEqualTo(1);
    }

    @Test
    void the_wish_and_what_is_left_of_the_day_are_told() {
        given(on(), new AutoTopUpArmed(id, THRESHOLD, now), started(1), started(2));

        JsonNode seen = seen();

        assertThat(seen.path("status").asString()).isEqualTo("ON");
        assertThat(seen.at("/threshold/minor").asLong()).isEqualTo(500);
        assertThat(seen.at("/amount/minor").asLong()).isEqualTo(2_000);
        assertThat(seen.path("method").asString()).isEqualTo("test_ok");
        assertThat(seen.path("inFlight").asString()).isEqualTo(TopUpId.of(id, 2).value());
        assertThat(seen.at("/today/times").asLong()).isEqualTo(2);
        assertThat(seen.at("/today/amount/minor").asLong()).isEqualTo(4_000);
        assertThat(seen.at("/cap/times").asLong()).isEqualTo(5);
        assertThat(seen.at("/cap/amount/minor").asLong()).isEqualTo(50_000);
        assertThat(seen.has("pausedUntil")).isFalse();
    }

    @Test
    void yesterday_is_not_today() {
        Instant before = now.minus(Duration.ofDays(1));
        given(on(), new AutoTopUpStarted(id, TopUpId.of(id, 1), AMOUNT, "test_ok", before));

        assertThat(seen().at("/today/times").asLong()).isZero();
        assertThat(seen().at("/today/amount/minor").asLong()).isZero();
    }

    @Test
    void a_decline_names_the_top_up_and_how_long_it_cools_off_and_a_payment_clears_it() {
        Instant until = now.plus(Duration.ofHours(1));
        given(
                on(),
                started(1),
                new AutoTopUpDeclined(id, TopUpId.of(id, 1), until, now),
                new AutoTopUpPutOff(id, PutOffReason.COOLING_OFF, until, now));

        JsonNode seen = seen();
        assertThat(seen.has("inFlight")).isFalse();
        assertThat(seen.path("lastDeclined").asString())
                .isEqualTo(TopUpId.of(id, 1).value());
        assertThat(seen.path("pausedUntil").asString()).isEqualTo(until.toString());
        assertThat(seen.path("pauseReason").asString()).isEqualTo("COOLING_OFF");

        given(new AutoTopUpArmed(id, THRESHOLD, now), started(2), new AutoTopUpPaid(id, TopUpId.of(id, 2), now));
        assertThat(seen().has("pausedUntil")).isFalse();
        assertThat(seen().has("lastDeclined")).isFalse();
        assertThat(seen().has("inFlight")).isFalse();
    }

    @Test
    void a_pause_that_is_over_is_none() {
        given(on(), new AutoTopUpPutOff(id, PutOffReason.DAILY_CAP, now.minusSeconds(1), now.minusSeconds(9)));

        assertThat(seen().has("pausedUntil")).isFalse();
        assertThat(seen().has("pauseReason")).isFalse();
    }

    @Test
    void off_and_suspended_are_told_apart() {
        given(on(), new AutoTopUpSuspended(id, SuspendReason.DECLINED_REPEATEDLY, now));
        assertThat(seen().path("status").asString()).isEqualTo("SUSPENDED");

        given(on(), new AutoTopUpTurnedOff(id, now));
        assertThat(seen().path("status").asString()).isEqualTo("OFF");
    }

    @Test
    void its_top_ups_are_marked() {
        given(
                new TopUpRequested(TopUpId.of(id, 1), story.wallet, AMOUNT, "test_ok", now),
                new TopUpRequested(story.topUp, story.wallet, AMOUNT, "test_ok", now));

        JsonNode topUps = asMember("/v1/wallet/top-ups").body().path("items");

        assertThat(topUps.at("/0/automatic").asBoolean()).isFalse();
        assertThat(topUps.at("/1/automatic").asBoolean()).isTrue();
    }

    private JsonNode seen() {
        return asMember("/v1/me/auto-top-up").body();
    }

    private AutoTopUpTurnedOn on() {
        return new AutoTopUpTurnedOn(id, THRESHOLD, AMOUNT, "test_ok", now);
    }

    private AutoTopUpStarted started(long number) {
        return new AutoTopUpStarted(id, TopUpId.of(id, number), AMOUNT, "test_ok", now);
    }
}
