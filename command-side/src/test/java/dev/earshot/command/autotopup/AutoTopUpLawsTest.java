package dev.earshot.command.autotopup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.autotopup.AutoTopUpCommand.TurnOffAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.TurnOnAutoTopUp;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PayPerMinute;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.RaiseReceivable;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The laws of automatic top-ups, which {@link World} checks whenever money is asked for. */
class AutoTopUpLawsTest {
    private enum Wish {
        TURN_ON,
        TURN_OFF,
        DELIVER,
        DELIVER_AGAIN,
        LOSE,
        PAY,
        DECLINE,
        SWEEP,
        CALL,
        ASK_FOR_MORE,
        HANG_UP,
        OWE,
        TOP_UP,
        WAIT
    }

    private record Step(Wish wish, int which, int amount) {}

    /** Elsewhere two low balances at once, or a lost answer, took the money twice. */
    @Property
    void whatever_arrives_late_twice_or_never_one_payment_is_under_way_and_no_day_is_overdrawn(
            @ForAll("stories") List<Step> story) {
        play(story);
    }

    @Property
    void whatever_was_lost_nobody_is_left_with_less_than_they_wished(@ForAll("stories") List<Step> story) {
        World world = play(story);

        world.comeToRest();

        world.checkThatNobodyStarves();
    }

    /** A payment that does not lift the balance over the threshold is followed by others, a day's worth a day. */
    @Property(tries = 50)
    void a_debt_larger_than_the_amount_neither_loops_nor_starves(@ForAll("debts") int debt) {
        World world = new World();
        world.tell(new RaiseReceivable(World.walletId(), "pay_1", usd(debt), world.now()));
        world.tell(new TurnOnAutoTopUp(World.id(), usd(500), usd(1_000), "card", world.now()));

        world.comeToRest();

        world.checkThatNobodyStarves();
        assertThat(world.payments()).isEqualTo((debt + 500 + 999) / 1_000);
    }

    @Provide
    Arbitrary<Integer> debts() {
        return Arbitraries.integers().between(1, 20_000);
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        Arbitrary<Wish> wishes = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(Wish.DELIVER)),
                Tuple.of(3, Arbitraries.just(Wish.PAY)),
                Tuple.of(2, Arbitraries.just(Wish.TURN_ON)),
                Tuple.of(14, Arbitraries.of(Wish.class)));
        return Combinators.combine(
                        wishes,
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, 60))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(80);
    }

    private static World play(List<Step> story) {
        World world = new World();
        int number = 0;
        for (Step step : story) {
            play(step, world, number++);
        }
        return world;
    }

    private static void play(Step step, World world, int number) {
        CallId call = new CallId("call_" + step.which() % 3);
        switch (step.wish()) {
            case TURN_ON ->
                world.tell(new TurnOnAutoTopUp(
                        World.id(),
                        usd(25L * step.amount()),
                        usd(400 + 30L * step.amount()),
                        "card" + step.which() % 2,
                        world.now()));
            case TURN_OFF -> world.tell(new TurnOffAutoTopUp(World.id(), world.now()));
            case DELIVER -> world.deliver(step.which(), false);
            case DELIVER_AGAIN -> world.deliver(step.which(), true);
            case LOSE -> world.lose(step.which());
            case PAY -> world.pay(step.which());
            case DECLINE -> world.decline(step.which());
            case SWEEP -> world.sweep();
            case CALL ->
                world.tell(new PlaceHold(
                        World.walletId(),
                        call,
                        new PayPerMinute(1500, new Grace(0, 0)).termsFor(usd(600)),
                        step.amount(),
                        1,
                        world.now()));
            case ASK_FOR_MORE ->
                world.tell(new ExtendHold(
                        World.walletId(), call, world.granted(call.suffix()), step.amount(), world.now()));
            case HANG_UP -> world.tell(new CaptureHold(World.walletId(), call, step.amount(), world.now()));
            case OWE ->
                world.tell(
                        new RaiseReceivable(World.walletId(), "pay_" + number, usd(20L * step.amount()), world.now()));
            case TOP_UP ->
                world.tell(new CreditTopUp(
                        World.walletId(), new TopUpId("top_by" + number), usd(10L * step.amount()), world.now()));
            case WAIT -> world.pass(Duration.ofMinutes(7L * step.amount()));
        }
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
