package dev.earshot.command.topup;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.topup.TopUpCommand;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.DeclineTopUp;
import dev.earshot.api.topup.TopUpCommand.RequestPack;
import dev.earshot.api.topup.TopUpCommand.RequestTopUp;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.api.topup.TopUpEvent.TopUpDeclined;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.api.topup.TopUpRefusal;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopUpTest {
    private static final TopUpId ID = new TopUpId("top_1");
    private static final WalletId WALLET = WalletId.of(new AccountId("acc_ann"));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TopUpPaid PAID = new TopUpPaid(ID, WALLET, usd(500), "ch_1", NOON);
    private static final TopUpDeclined DECLINED = new TopUpDeclined(ID, WALLET, TopUpDecline.CARD_DECLINED, NOON);

    @Test
    void is_requested_once() {
        given().when(request(500)).expectEvents(new TopUpRequested(ID, WALLET, usd(500), "test_ok", NOON));
        given(request(500)).when(request(500)).expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -500, 0, 99, 1_000_001, Long.MAX_VALUE})
    void takes_no_amount_out_of_range(long minor) {
        Refusals.expect(TopUpRefusal.TOP_UP_AMOUNT_OUT_OF_RANGE, given().when(request(minor)));
    }

    /** Elsewhere the same top-up, told twice, paid twice (Lago #5870). */
    @Test
    void is_paid_or_declined_once() {
        given(request(500)).when(confirm()).expectEvents(PAID);
        given(request(500), confirm()).when(confirm()).expectNoEvents();
        given(request(500)).when(decline()).expectEvents(DECLINED);
        given(request(500), decline()).when(decline()).expectNoEvents();
    }

    /** Providers tell out of order: money that has come is never lost to an earlier no. */
    @Test
    void a_payment_after_a_decline_is_believed() {
        given(request(500), decline()).when(confirm()).expectEvents(PAID);
    }

    @Test
    void a_pack_is_requested_and_paid_once_like_money() {
        var pack = new Pack("tokens-100", PlanVersion.TOKENS, 100, usd(999), 0);
        var request = new RequestPack(ID, WALLET, pack, "test_ok", NOON);
        var paid = new PackPaid(ID, WALLET, pack, "ch_1", NOON);
        given().when(request).expectEvents(new PackRequested(ID, WALLET, pack, "test_ok", NOON));
        given(request).when(request).expectNoEvents();
        given(request).when(confirm(999)).expectEvents(paid);
        given(request, decline()).when(confirm(999)).expectEvents(paid);
        given(request, confirm(999)).when(confirm(999)).expectNoEvents();
    }

    @Test
    void another_amount_than_was_asked_for_credits_nothing() {
        Refusals.expect(TopUpRefusal.TOP_UP_AMOUNT_MISMATCH, given(request(500)).when(confirm(499)));
        Refusals.expect(
                TopUpRefusal.TOP_UP_AMOUNT_MISMATCH,
                given(request(500)).when(new ConfirmTopUp(ID, Money.of(500, "INR"), "ch_1", NOON)));
    }

    @Test
    void a_decline_after_a_payment_is_refused() {
        Refusals.expect(
                TopUpRefusal.TOP_UP_ALREADY_PAID, given(request(500), confirm()).when(decline()));
    }

    @Test
    void a_snapshot_keeps_everything() {
        Live<TopUp> topUp = new Live<>(TopUp.class, new TopUp(), new TopUpSettings(100, 1_000_000));
        topUp.send(request(500));
        topUp.send(decline());
        Snapshots.expectToKeep(topUp.root());
    }

    private static Told given(TopUpCommand... past) {
        return new Told(List.of(past));
    }

    private record Told(List<TopUpCommand> past) {
        ResultValidator<TopUp> when(TopUpCommand command) {
            var fixture = new AggregateTestFixture<>(TopUp.class)
                    .registerInjectableResource(new TopUpSettings(100, 1_000_000));
            TestExecutor<TopUp> told = fixture.givenCommands(past);
            return told.when(command);
        }
    }

    private static RequestTopUp request(long minor) {
        return new RequestTopUp(ID, WALLET, usd(minor), "test_ok", NOON);
    }

    private static ConfirmTopUp confirm() {
        return confirm(500);
    }

    private static ConfirmTopUp confirm(long minor) {
        return new ConfirmTopUp(ID, usd(minor), "ch_1", NOON);
    }

    private static DeclineTopUp decline() {
        return new DeclineTopUp(ID, TopUpDecline.CARD_DECLINED, NOON);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
