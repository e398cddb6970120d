package dev.earshot.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.wallet.WalletCommand;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.CreditPack;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.ReversePack;
import dev.earshot.api.wallet.WalletCommand.ReverseTopUp;
import dev.earshot.command.Live;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** However payments go back and come again amid spending: what went back is taken, paid or owed, to the unit. */
class ReversalLawsTest {
    private static final long PRICE = 1_000;
    private static final long TOKENS_PER_MINUTE = 10;
    private static final TopUpId CASH = new TopUpId("top_cash");
    private static final TopUpId PACK = new TopUpId("top_pack");
    private static final Pack TOKENS = new Pack("tokens", PlanVersion.TOKENS, 70, WalletStory.usd(PRICE), 0);

    private enum Wish {
        REVERSE_CASH,
        REVERSE_PACK,
        REPEAT,
        TALK_ON_CASH,
        TALK_ON_TOKENS,
        TOP_UP
    }

    private record Step(Wish wish, long amount) {}

    @Property
    void what_went_back_is_taken_or_owed_and_nothing_beyond(@ForAll("stories") List<Step> story) {
        Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());
        Books books = new Books(); // Which sees to it that no purse falls below what it holds.
        send(wallet, books, WalletStory.open());
        send(wallet, books, new CreditTopUp(WalletStory.WALLET, CASH, usd(PRICE), WalletStory.NOON));
        send(wallet, books, new CreditPack(WalletStory.WALLET, PACK, TOKENS, WalletStory.NOON));
        long cashBack = 0;
        long packBack = 0;
        WalletCommand last = WalletStory.open();
        for (int i = 0; i < story.size(); i++) {
            Step step = story.get(i);
            last = step.wish() == Wish.REPEAT ? last : command(step, i);
            send(wallet, books, last);
            cashBack = last instanceof ReverseTopUp back ? back.inAll().minor() : cashBack;
            packBack = last instanceof ReversePack back ? back.inAll().minor() : packBack;

            assertThat(books.answer(CASH, "inAll")).isEqualTo(cashBack);
            assertThat(books.answer(CASH, "cash") + books.answer(CASH, "owed")).isEqualTo(cashBack);
            long inMoney = books.answer(PACK, "cash") + books.answer(PACK, "owed");
            assertThat(inMoney).isEqualTo(Math.max(0, packBack - worth(books.answer(PACK, "units"))));
            assertThat(books.answer(PACK, "units")).isBetween(0L, TOKENS.units());
            if (packBack == 0) {
                assertThat(books.answer(PACK, "units")).isZero();
            }
            if (books.owed() > 0) {
                assertThat(books.in(Pocket.CASH)).as("cash that no call holds").isEqualTo(books.held(Pocket.CASH));
            }
        }
    }

    /** Refunds and disputes are told in any order, so a sum is reached by any sums before it. */
    @Property
    void it_does_not_matter_by_which_sums_a_sum_was_reached(
            @ForAll @LongRange(max = 70) long spent, @ForAll("sums") List<Long> sums) {
        Books wandered = afterTalking(spent, sums);
        Books straight = afterTalking(spent, sums.subList(sums.size() - 1, sums.size()));
        for (String account : List.of("units", "cash", "owed")) {
            assertThat(wandered.answer(PACK, account)).as(account).isEqualTo(straight.answer(PACK, account));
        }
    }

    @Provide
    Arbitrary<List<Long>> sums() {
        return Arbitraries.longs().between(0, PRICE).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        return Combinators.combine(
                        Arbitraries.of(Wish.class), Arbitraries.longs().between(0, PRICE))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    private static Books afterTalking(long tokens, List<Long> sums) {
        Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());
        Books books = new Books();
        send(wallet, books, WalletStory.open());
        send(wallet, books, new CreditPack(WalletStory.WALLET, PACK, TOKENS, WalletStory.NOON));
        long seconds = tokens * 60 / TOKENS_PER_MINUTE;
        send(
                wallet,
                books,
                WalletStory.placeHoldUnder(WalletStory.tokenTerms(), "c", Math.max(1, seconds), WalletStory.NOON));
        send(wallet, books, WalletStory.captureHold("c", seconds));
        for (int i = 0; i < sums.size(); i++) {
            send(
                    wallet,
                    books,
                    new ReversePack(WalletStory.WALLET, PACK, TOKENS, usd(sums.get(i)), i + 1, WalletStory.NOON));
        }
        return books;
    }

    /** What so many tokens answer for. */
    private static long worth(long tokens) {
        return (tokens * PRICE + TOKENS.units() - 1) / TOKENS.units();
    }

    private static WalletCommand command(Step step, int i) {
        return switch (step.wish()) {
            case REVERSE_CASH ->
                new ReverseTopUp(WalletStory.WALLET, CASH, usd(PRICE), usd(step.amount()), i + 1, WalletStory.NOON);
            case REVERSE_PACK ->
                new ReversePack(WalletStory.WALLET, PACK, TOKENS, usd(step.amount()), i + 1, WalletStory.NOON);
            case TALK_ON_CASH -> talk(step, i, false);
            case TALK_ON_TOKENS -> talk(step, i, true);
            default ->
                new CreditTopUp(WalletStory.WALLET, new TopUpId("top_x" + i), usd(1 + step.amount()), WalletStory.NOON);
        };
    }

    /** Places a hold at even amounts, and pays for one placed before at odd ones. */
    private static WalletCommand talk(Step step, int i, boolean tokens) {
        if (step.amount() % 2 == 0) {
            return new PlaceHold(
                    WalletStory.WALLET,
                    WalletStory.call("c" + i),
                    tokens ? WalletStory.tokenTerms() : WalletStory.terms(),
                    step.amount(),
                    1,
                    WalletStory.NOON);
        }
        return new CaptureHold(
                WalletStory.WALLET, WalletStory.call("c" + step.amount() % (i + 1)), step.amount(), WalletStory.NOON);
    }

    private static void send(Live<Wallet> wallet, Books books, WalletCommand command) {
        wallet.send(command).forEach(books::enter);
    }

    private static Money usd(long minor) {
        return WalletStory.usd(minor);
    }
}
