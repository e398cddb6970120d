package dev.earshot.saga.meter.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.meter.Draw;
import dev.earshot.api.meter.MeterEvent.GrantRunningLow;
import dev.earshot.api.meter.MeterEvent.SecondsDrawn;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Tariff;
import dev.earshot.saga.CallFacts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeteredCallTest {
    private static final Instant CONNECTED = Instant.parse("2026-03-01T10:00:00.400Z");
    private static final Grant GIFT_THEN_CASH = Grant.NONE
            .then(Pocket.PROMO, "lot_gift", 10, Tariff.perSecond(510))
            .then(Pocket.CASH, Leg.NO_LOT, 90, CallFacts.TARIFF);

    private final CallFacts facts = new CallFacts("Metered");

    @Test
    void drawsNothingBeforeTheFirstSecondIsComplete() {
        MeteredCall call = connected(CallFacts.grant(300));

        assertThat(drawsAt(call, 500)).isEmpty();
        assertThat(drawsAt(call, 999)).isEmpty();
        assertThat(drawsAt(call, 1_000)).containsExactly(new Draw(facts.call, 1, Pocket.CASH, 10, 9));
    }

    @Test
    void drawsEachSecondOnceHoweverOftenItIsAsked() {
        MeteredCall call = connected(CallFacts.grant(300));

        assertThat(drawsAt(call, 61_000)).containsExactly(new Draw(facts.call, 61, Pocket.CASH, 610, 519));
        assertThat(drawsAt(call, 61_000)).isEmpty();
        assertThat(drawsAt(call, 61_900)).isEmpty();
        assertThat(drawsAt(call, 60_000)).as("a clock that was set back").isEmpty();
        assertThat(drawsAt(call, 62_000)).hasSize(1);
    }

    @Test
    void drawsNothingForACallThatHasOnlyAHold() {
        MeteredCall call = new MeteredCall(facts.call, facts.wallet, CallFacts.grant(300));

        assertThat(drawsAt(call, 100_000)).isEmpty();
    }

    @Test
    void drawsThePocketItLeavesToItsEndAndThenTheNext() {
        MeteredCall call = connected(GIFT_THEN_CASH);

        assertThat(drawsAt(call, 8_000)).containsExactly(new Draw(facts.call, 8, Pocket.PROMO, 8, 68));
        assertThat(drawsAt(call, 13_000))
                .containsExactly(
                        new Draw(facts.call, 10, Pocket.PROMO, 10, 85),
                        new Draw(facts.call, 13, Pocket.CASH, 30, 85 + 26));
    }

    @Test
    void doesNotDrawAPocketAgainThatWasDrawnToItsEnd() {
        MeteredCall call = connected(GIFT_THEN_CASH);

        assertThat(drawsAt(call, 10_000)).containsExactly(new Draw(facts.call, 10, Pocket.PROMO, 10, 85));
        assertThat(drawsAt(call, 11_000)).containsExactly(new Draw(facts.call, 11, Pocket.CASH, 10, 85 + 9));
    }

    @Test
    void addsUpTheLotsOfOnePocket() {
        MeteredCall call = connected(Grant.NONE
                .then(Pocket.PROMO, "lot_one", 10, Tariff.perSecond(510))
                .then(Pocket.PROMO, "lot_two", 10, Tariff.perSecond(510)));

        assertThat(drawsAt(call, 15_000)).containsExactly(new Draw(facts.call, 15, Pocket.PROMO, 15, 85 + 42));
    }

    @Test
    void tellsOnceForEachSizeOfTheGrantThatItRunsLow() {
        MeteredCall call = connected(CallFacts.grant(300));

        assertThat(tellAt(call, 224_000).events()).noneMatch(GrantRunningLow.class::isInstance);
        assertThat(tellAt(call, 225_000).events())
                .contains(new GrantRunningLow(facts.call, facts.wallet, 300, CONNECTED.plusSeconds(225)));
        assertThat(tellAt(call, 226_000).events()).noneMatch(GrantRunningLow.class::isInstance);

        call.grant(CallFacts.grant(600));
        assertThat(tellAt(call, 230_000).events()).noneMatch(GrantRunningLow.class::isInstance);
        assertThat(tellAt(call, 530_000).events())
                .contains(new GrantRunningLow(facts.call, facts.wallet, 600, CONNECTED.plusSeconds(530)));
    }

    @Test
    void endsWithTheLastSecondGrantedHoweverLateTheTickAndOnlyOnce() {
        MeteredCall call = connected(CallFacts.grant(300));

        assertThat(tellAt(call, 299_900).usedUp()).isEmpty();
        Tick tick = tellAt(call, 307_000);
        assertThat(tick.usedUp()).containsExactly(new UsedUp(facts.call, CONNECTED.plusSeconds(300)));
        assertThat(draws(tick)).containsExactly(new Draw(facts.call, 300, Pocket.CASH, 3000, 2550));
        assertThat(tellAt(call, 308_000).usedUp()).isEmpty();

        call.forgetEnd();
        assertThat(tellAt(call, 309_000).usedUp()).as("after the end was lost").hasSize(1);

        call.grant(CallFacts.grant(600));
        assertThat(drawsAt(call, 310_000)).as("an extension wins").hasSize(1);
        assertThat(tellAt(call, 606_000).usedUp()).containsExactly(new UsedUp(facts.call, CONNECTED.plusSeconds(600)));
    }

    @Test
    void tellsEverythingAgainWhenWhatItToldDidNotGetThrough() {
        MeteredCall call = connected(GIFT_THEN_CASH);
        List<Object> told = tellAt(call, 50_000).events();

        call.forget();

        assertThat(tellAt(call, 50_000).events()).isEqualTo(told).hasSize(2);
    }

    @Test
    void keepsALongerGrantWhenAShorterOneArrivesLate() {
        MeteredCall call = connected(CallFacts.grant(600));
        call.grant(CallFacts.grant(300));

        assertThat(drawsAt(call, 500_000)).extracting(Draw::second).containsExactly(500L);
    }

    private MeteredCall connected(Grant grant) {
        MeteredCall call = new MeteredCall(facts.call, facts.wallet, grant);
        call.connected(CONNECTED);
        return call;
    }

    private static Tick tellAt(MeteredCall call, long millis) {
        Tick tick = new Tick(0, CONNECTED.plusMillis(millis), 100, 75);
        call.tell(tick.at().toEpochMilli(), tick);
        return tick;
    }

    private static List<Draw> drawsAt(MeteredCall call, long millis) {
        return draws(tellAt(call, millis));
    }

    private static List<Draw> draws(Tick tick) {
        return tick.events().stream()
                .filter(SecondsDrawn.class::isInstance)
                .flatMap(event -> ((SecondsDrawn) event).draws().stream())
                .toList();
    }
}
