package dev.earshot.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.pricing.Burn;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Moments;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PayPerMinute;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Tariff;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.pricing.Tokens;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.WalletCommand;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.CreditPack;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.ExpireLots;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.GrantPromo;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.RaiseReceivable;
import dev.earshot.api.wallet.WalletCommand.ReleaseHold;
import dev.earshot.api.wallet.WalletCommand.ReversePack;
import dev.earshot.api.wallet.WalletCommand.ReverseTopUp;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.command.Live;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The laws of wallets: whatever is asked, in whatever order and however often. */
class WalletLawsTest {
    private static final Instant START = WalletStory.NOON;
    private static final long HOUR = 3_600;

    /** What one step asks for; the interpreter makes a command of it. */
    private enum Wish {
        TOP_UP,
        PROMO,
        BUY,
        REVERSE,
        REVERSE_PACK,
        OWE,
        EXPIRE,
        PLACE,
        EXTEND,
        EXTEND_STALE,
        CAPTURE,
        RELEASE
    }

    private record Step(Wish wish, int which, long amount, long later) {}

    @Property
    void no_order_of_commands_takes_a_purse_below_what_it_holds_or_makes_or_loses_a_unit(
            @ForAll("stories") List<Step> story) {
        Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());
        Books books = new Books();
        wallet.send(WalletStory.open()).forEach(books::enter);
        Instant now = START;
        for (Step step : story) {
            now = now.plusSeconds(step.later());
            wallet.send(command(step, books, now)).forEach(books::enter);
        }
        settleEverything(wallet, books, now.plusSeconds(1000 * HOUR));
        assertThat(books.in(Pocket.PROMO)).as("promo that has expired").isZero();
        assertThat(books.in(Pocket.MOMENTS)).as("minutes that have expired").isZero();
        assertThat(everythingThatIsLeft(wallet, Pocket.CASH, Unit.MONEY)).isEqualTo(books.in(Pocket.CASH));
        assertThat(everythingThatIsLeft(wallet, Pocket.TOKENS, Unit.TOKENS)).isEqualTo(books.in(Pocket.TOKENS));
    }

    @Property
    void asking_the_same_again_changes_nothing(@ForAll("stories") List<Step> story) {
        Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());
        Books books = new Books();
        wallet.send(WalletStory.open()).forEach(books::enter);
        Instant now = START;
        for (Step step : story) {
            now = now.plusSeconds(step.later());
            WalletCommand command = command(step, books, now);
            wallet.send(command).forEach(books::enter);
            assertThat(wallet.send(command)).as("%s again", command).isEmpty();
        }
    }

    @Property
    void holds_on_one_balance_together_never_cost_more_than_it(
            @ForAll @LongRange(min = 0, max = 10_000) long cash,
            @ForAll @Size(min = 2, max = 8) List<@LongRange(min = 50, max = 10_000) Long> rates) {
        Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());
        wallet.send(WalletStory.open());
        wallet.send(WalletStory.topUp("a", cash));
        long held = 0;
        for (int i = 0; i < rates.size(); i++) {
            var answer = wallet.send(
                    new PlaceHold(WalletStory.WALLET, WalletStory.call("c" + i), terms(rates.get(i)), HOUR, 1, START));
            if (answer.get(0) instanceof HoldPlaced placed) {
                held += placed.grant().held(Pocket.CASH, "");
            }
        }
        assertThat(held).isLessThanOrEqualTo(cash);
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(Wish.class),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.longs().between(1, 2_000),
                        Arbitraries.longs().between(0, 2 * HOUR))
                .as(Step::new);
        return step.list().ofMaxSize(60);
    }

    private static WalletCommand command(Step step, Books books, Instant at) {
        CallId call = WalletStory.call("c" + step.which());
        long granted = books.grantedSeconds(call);
        long rate = 50 + step.amount() * 5;
        return switch (step.wish()) {
            case TOP_UP -> new CreditTopUp(WalletStory.WALLET, topUp(step), WalletStory.usd(step.amount()), at);
            case PROMO ->
                new GrantPromo(
                        WalletStory.WALLET,
                        WalletStory.lot("l" + step.which() + "x" + step.amount() % 3),
                        step.amount() % 2 == 0 ? Unit.MONEY : Unit.SECONDS,
                        step.amount(),
                        at.plusSeconds(step.amount() * 10),
                        at);
            case BUY -> new CreditPack(WalletStory.WALLET, purchase(step), pack(step), at);
            case REVERSE_PACK ->
                new ReversePack(
                        WalletStory.WALLET,
                        purchase(step),
                        pack(step),
                        WalletStory.usd(step.amount() % 1000),
                        1 + step.later() % 4,
                        at);
            case REVERSE ->
                new ReverseTopUp(
                        WalletStory.WALLET,
                        topUp(step),
                        WalletStory.usd(2_000),
                        WalletStory.usd(step.amount()),
                        1 + step.later() % 4,
                        at);
            case OWE ->
                new RaiseReceivable(
                        WalletStory.WALLET, "pay_" + step.which(), WalletStory.usd(step.amount() % 100), at);
            case EXPIRE -> new ExpireLots(WalletStory.WALLET, at);
            case PLACE ->
                new PlaceHold(
                        WalletStory.WALLET, call, terms(step, rate), step.amount(), Math.min(60, step.amount()), at);
            case EXTEND -> new ExtendHold(WalletStory.WALLET, call, granted, step.amount(), at);
            case EXTEND_STALE -> new ExtendHold(WalletStory.WALLET, call, granted - 1, step.amount(), at);
            case CAPTURE -> new CaptureHold(WalletStory.WALLET, call, step.amount() % (granted + 10), at);
            case RELEASE -> new ReleaseHold(WalletStory.WALLET, call, at);
        };
    }

    private static void settleEverything(Live<Wallet> wallet, Books books, Instant at) {
        for (CallId call : books.running()) {
            wallet.send(new ReleaseHold(WalletStory.WALLET, call, at)).forEach(books::enter);
        }
        wallet.send(new CreditTopUp(WalletStory.WALLET, new TopUpId("top_last"), WalletStory.usd(1 + books.owed()), at))
                .forEach(books::enter);
    }

    /** Asks the wallet itself: a hold at one unit a second reserves every unit it thinks it has. */
    private static long everythingThatIsLeft(Live<Wallet> wallet, Pocket pocket, Unit unit) {
        Tariff one = new Tariff(unit, 1, 1, Tariff.perMinute(60, 0).payout());
        Terms drain = new Terms(
                PlanVersion.PAY_PER_MINUTE,
                WalletStory.usd(60),
                0,
                List.of(new Burn(pocket, one)),
                new Grace(0, 0),
                Tariff.free(0));
        var answer = wallet.send(new PlaceHold(
                WalletStory.WALLET,
                WalletStory.call("drain" + pocket),
                drain,
                1_000_000_000,
                1,
                START.plusSeconds(9000 * HOUR)));
        return answer.get(answer.size() - 1) instanceof HoldPlaced placed
                ? placed.grant().seconds()
                : 0;
    }

    /** The same top-up always brings the same pack. */
    private static Pack pack(Step step) {
        int kind = (int) (step.amount() % 5);
        return step.which() % 2 == 0
                ? WalletStory.tokenPack(100L * (kind + 1))
                : new Pack("minutes", PlanVersion.MOMENTS, 100L * (kind + 1), WalletStory.usd(999), 1 + kind);
    }

    private static TopUpId topUp(Step step) {
        return new TopUpId("top_t" + step.which() + "x" + step.amount() % 5);
    }

    private static TopUpId purchase(Step step) {
        return new TopUpId("top_k" + step.which() + "x" + step.amount() % 5);
    }

    /** The plans in turn, and what a plan yet to come may do. */
    private static Terms terms(Step step, long rate) {
        Grace grace = new Grace(60, 1);
        return switch (step.which()) {
            case 0 -> terms(rate);
            case 1 -> new Tokens(1500, grace, 10).termsFor(WalletStory.usd(rate));
            case 2 -> new Moments(1500, grace).termsFor(WalletStory.usd(rate), true);
            case 3 -> terms(rate).then(List.of(new Tokens(1500, grace, 7).burn(WalletStory.usd(rate))));
            default -> termsWithTwoTariffs(rate);
        };
    }

    private static Terms terms(long rate) {
        return new PayPerMinute(1500, new Grace(60, 1)).termsFor(WalletStory.usd(rate));
    }

    /** Terms of a plan yet to come, which burns what one tariff has left of a pocket at another. */
    private static Terms termsWithTwoTariffs(long rate) {
        Terms usual = terms(rate);
        List<Burn> order = new ArrayList<>(usual.burnOrder());
        order.add(new Burn(Pocket.CASH, Tariff.perMinute(1 + rate / 7, 1500)));
        return new Terms(
                usual.plan(), usual.ratePerMinute(), usual.feeBasisPoints(), order, usual.grace(), usual.graceTariff());
    }
}
