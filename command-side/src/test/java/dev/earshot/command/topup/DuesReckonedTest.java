package dev.earshot.command.topup;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.Dues;
import dev.earshot.api.topup.Reversal;
import dev.earshot.api.topup.TopUpCommand;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.LoseDispute;
import dev.earshot.api.topup.TopUpCommand.OpenDispute;
import dev.earshot.api.topup.TopUpCommand.RequestDues;
import dev.earshot.api.topup.TopUpCommand.WinDispute;
import dev.earshot.api.topup.TopUpEvent.DisputeLost;
import dev.earshot.api.topup.TopUpEvent.DisputeOpened;
import dev.earshot.api.topup.TopUpEvent.DisputeWon;
import dev.earshot.api.topup.TopUpEvent.DuesPaid;
import dev.earshot.api.topup.TopUpEvent.DuesReckoned;
import dev.earshot.api.topup.TopUpEvent.DuesReversed;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** Whoever follows dues hears in one word what has gone back and how much of it for good. */
class DuesReckonedTest {
    private static final AccountId ANN = new AccountId("acc_ann");
    private static final TopUpId ID = new TopUpId("top_1");
    private static final WalletId WALLET = WalletId.of(ANN);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Dues DUES = new Dues(MembershipId.of(ANN), "small", usd(500));
    private static final RequestDues ASKED = new RequestDues(ID, WALLET, DUES, "card", NOON);
    private static final ConfirmTopUp PAID = new ConfirmTopUp(ID, usd(500), "pay_1", NOON);

    @Test
    void a_dispute_that_opens_takes_nothing_for_good_yet() {
        given(ASKED, PAID)
                .when(new OpenDispute(ID, "dp_1", usd(500), NOON))
                .expectEvents(
                        new DisputeOpened(ID, WALLET, "dp_1", usd(500), NOON),
                        new DuesReversed(ID, WALLET, DUES, disputed(500, 1), NOON),
                        new DuesReckoned(ID, WALLET, DUES, disputed(500, 1), usd(0), 1, NOON));
    }

    /** The sum is the same as before, and yet it is news. */
    @Test
    void a_dispute_that_is_lost_is_told_though_no_more_has_gone_back() {
        given(ASKED, PAID, new OpenDispute(ID, "dp_1", usd(500), NOON))
                .when(new LoseDispute(ID, "dp_1", usd(500), NOON))
                .expectEvents(
                        new DisputeLost(ID, WALLET, "dp_1", usd(500), NOON),
                        new DuesReckoned(ID, WALLET, DUES, disputed(500, 1), usd(500), 2, NOON));
        given(ASKED, PAID, new LoseDispute(ID, "dp_1", usd(500), NOON))
                .when(new LoseDispute(ID, "dp_1", usd(500), NOON))
                .expectNoEvents();
    }

    @Test
    void a_dispute_that_is_won_after_all_gives_everything_back() {
        given(ASKED, PAID, new LoseDispute(ID, "dp_1", usd(500), NOON))
                .when(new WinDispute(ID, "dp_1", usd(500), NOON))
                .expectEvents(
                        new DisputeWon(ID, WALLET, "dp_1", usd(500), NOON),
                        new DuesReversed(ID, WALLET, DUES, disputed(0, 2), NOON),
                        new DuesReckoned(ID, WALLET, DUES, disputed(0, 2), usd(0), 2, NOON));
    }

    @Test
    void what_was_told_before_the_payment_counts_once_it_is_paid() {
        given(ASKED, new LoseDispute(ID, "dp_1", usd(900), NOON))
                .when(PAID)
                .expectEvents(
                        new DuesPaid(ID, WALLET, DUES, "pay_1", NOON),
                        new DuesReversed(ID, WALLET, DUES, new Reversal(usd(0), usd(900), usd(500), 1), NOON),
                        new DuesReckoned(
                                ID, WALLET, DUES, new Reversal(usd(0), usd(900), usd(500), 1), usd(500), 1, NOON));
    }

    private static Reversal disputed(long minor, long revision) {
        return new Reversal(usd(0), usd(minor), usd(minor), revision);
    }

    private static Past given(TopUpCommand... past) {
        return new Past(past);
    }

    private record Past(TopUpCommand... past) {
        ResultValidator<TopUp> when(TopUpCommand command) {
            return new AggregateTestFixture<>(TopUp.class)
                    .registerInjectableResource(new TopUpSettings(100, 1_000_000))
                    .givenCommands((Object[]) past)
                    .when(command);
        }
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
