package dev.earshot.command.earnings;

import static dev.earshot.command.earnings.EarningsStory.NOON;
import static dev.earshot.command.earnings.EarningsStory.WEEK;
import static dev.earshot.command.earnings.EarningsStory.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.earnings.Coins;
import dev.earshot.api.earnings.EarningsEvent.BonusCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsClawedBack;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsMatured;
import dev.earshot.api.earnings.EarningsEvent.EarningsReleased;
import dev.earshot.api.earnings.EarningsEvent.EarningsSettledDirectly;
import dev.earshot.api.earnings.EarningsEvent.PenaltyImposed;
import dev.earshot.api.earnings.EarningsEvent.PenaltyReversed;
import dev.earshot.api.payout.PayoutEvent.PayoutFailed;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.command.Live;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of coins: whatever is asked, in whatever order and however often. */
class EarningsLawsTest {
    private static final long HOUR = 3_600;

    private enum Wish {
        CREDIT,
        MATURE,
        PENALISE,
        REVERSE,
        CLAW_BACK,
        SETTLE,
        REQUEST,
        REQUEST_ALL,
        LOSE,
        CONFIRM,
        FAIL
    }

    private record Step(Wish wish, int which, long amount) {}

    @Property
    void what_came_less_what_was_taken_is_always_somewhere(@ForAll("stories") List<Step> story) {
        Live<Earnings> lea = ready();
        Books books = new Books();
        for (Step step : story) {
            lea.send(command(step)).forEach(books::enter);
            Coins coins = coins(lea);
            assertThat(coins.earned() + coins.bonuses() - coins.penalties() - coins.clawedBack())
                    .isEqualTo(coins.pending() + coins.available() + coins.inPayout() + coins.paidOut());
            assertThat(coins).isEqualTo(books.coins());
        }
    }

    @Property
    void asking_the_same_again_changes_nothing(@ForAll("stories") List<Step> story) {
        Live<Earnings> lea = ready();
        for (Step step : story) {
            Object command = command(step);
            lea.send(command);
            // A payout that was confirmed may be told to have failed; told twice, the second changes nothing.
            assertThat(lea.send(command)).as("%s again", command).isEmpty();
        }
    }

    @Property
    void the_order_in_which_the_calls_of_a_week_are_credited_changes_no_coin(
            @ForAll("stories") List<Step> story, @ForAll Random order) {
        List<Object> credits = new ArrayList<>();
        for (int i = 0; i < story.size(); i++) {
            Step step = story.get(i);
            credits.add(EarningsStory.credit("c" + i, step.amount(), step.which() * HOUR, NOON));
        }
        Live<Earnings> straight = ready();
        credits.forEach(straight::send);
        credits.addAll(List.copyOf(credits)); // Each is told twice.
        Collections.shuffle(credits, order);
        Live<Earnings> shuffled = ready();
        credits.forEach(shuffled::send);
        assertThat(coins(shuffled)).isEqualTo(coins(straight));
    }

    @Property
    void it_changes_no_coin_whether_a_payment_is_told_before_or_after_its_call_is_credited(
            @ForAll("stories") List<Step> story, @ForAll Random order) {
        List<Object> told = new ArrayList<>();
        for (int i = 0; i < story.size(); i++) {
            String call = "c" + story.get(i).which();
            told.add(EarningsStory.credit(call, 1_000));
            told.add(EarningsStory.settle(call, "pay_" + i, story.get(i).amount()));
        }
        Live<Earnings> straight = ready();
        told.forEach(straight::send);
        told.addAll(List.copyOf(told)); // Each is told twice.
        Collections.shuffle(told, order);
        Live<Earnings> shuffled = ready();
        told.forEach(shuffled::send);
        assertThat(coins(shuffled)).isEqualTo(coins(straight));
        assertThat(coins(shuffled).paidOut())
                .isEqualTo(story.stream().mapToLong(Step::amount).sum());
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(Wish.class),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.longs().between(1, 6_000))
                .as(Step::new);
        return step.list().ofMaxSize(60);
    }

    private static Live<Earnings> ready() {
        Live<Earnings> lea = EarningsStory.live();
        lea.send(EarningsStory.open());
        lea.send(EarningsStory.verify());
        return lea;
    }

    private static Object command(Step step) {
        String name = step.which() + "x" + step.amount() % 4;
        Instant later = NOON.plus(WEEK);
        return switch (step.wish()) {
            case CREDIT -> EarningsStory.credit(name, step.amount(), step.which() * HOUR, NOON);
            case MATURE -> EarningsStory.mature(later.minusSeconds(step.which() - 3));
            case PENALISE -> EarningsStory.penalty(name, step.amount());
            case REVERSE -> EarningsStory.reversal(name);
            case CLAW_BACK -> EarningsStory.clawback(name, step.amount());
            case SETTLE -> EarningsStory.settle(name, "pay_" + name, step.amount());
            case REQUEST -> EarningsStory.request(name, step.amount());
            case REQUEST_ALL -> EarningsStory.requestAll(name);
            case LOSE -> EarningsStory.lose(name);
            case CONFIRM -> EarningsStory.confirm(name);
            case FAIL -> EarningsStory.fail(name);
        };
    }

    private static Coins coins(Live<Earnings> earnings) {
        return earnings.root().coins(usd(0).currency());
    }

    /** A second way to count: eight plain sums over the facts. */
    private static final class Books {
        private long earned;
        private long bonuses;
        private long penalties;
        private long clawedBack;
        private long matured;
        private long sent;
        private long arrived;

        void enter(Object fact) {
            if (fact instanceof EarningsCredited it) {
                earned += it.amount().minor();
            } else if (fact instanceof BonusCredited it) {
                bonuses += it.amount().minor();
            } else if (fact instanceof EarningsMatured it) {
                matured += it.amount().minor();
            } else if (fact instanceof PenaltyImposed it) {
                penalties += it.amount().minor();
            } else if (fact instanceof PenaltyReversed it) {
                penalties -= it.amount().minor();
            } else if (fact instanceof EarningsClawedBack it) {
                clawedBack += it.amount().minor();
            } else if (fact instanceof EarningsSettledDirectly it) {
                sent += it.amount().minor();
                arrived += it.amount().minor();
            } else if (fact instanceof EarningsReleased it) {
                matured += it.amount().minor();
            } else if (fact instanceof PayoutRequested it) {
                sent += it.amount().minor();
            } else if (fact instanceof PayoutFailed it) {
                sent -= it.amount().minor();
            } else if (fact instanceof PayoutPaid it) {
                arrived += it.amount().minor();
            } else if (fact instanceof PayoutReturned it) {
                sent -= it.amount().minor();
                arrived -= it.amount().minor();
            }
        }

        Coins coins() {
            long pending = earned + bonuses - matured;
            long available = matured - penalties - clawedBack - sent;
            return new Coins(earned, bonuses, penalties, clawedBack, pending, available, sent - arrived, arrived);
        }
    }
}
