package dev.earshot.adapter.payments.sandbox.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.adapter.TestDatabase;
import dev.earshot.adapter.payments.sandbox.books.TestBooks;
import dev.earshot.adapter.payout.OpenPayee;
import dev.earshot.adapter.payout.OpenPayout;
import dev.earshot.adapter.payout.PayeeReply;
import dev.earshot.adapter.payout.PayeeReply.Unvouched;
import dev.earshot.adapter.payout.PayeeReply.Vouched;
import dev.earshot.adapter.payout.PayoutReply.Failed;
import dev.earshot.adapter.payout.PayoutReply.Paid;
import dev.earshot.adapter.payout.PayoutReply.Unknown;
import dev.earshot.adapter.payout.PayoutReply.Waiting;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayeeNeed;
import dev.earshot.api.payout.PayoutFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxPayoutsTest {
    private static final EarningsId LEA = new EarningsId("ear_lea");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final SandboxPayoutSettings SETTINGS =
            new SandboxPayoutSettings(Duration.ofSeconds(5), Duration.ofSeconds(15));

    @BeforeEach
    void forget() {
        TestDatabase.jdbc().sql("TRUNCATE sandbox_payout").update();
    }

    @Test
    void an_account_is_vouched_for_at_once_late_or_never() {
        assertThat(look("test_ok", 0)).isInstanceOf(Vouched.class);
        assertThat(look("test_verified_late", 4)).isEqualTo(new Unvouched(List.of(PayeeNeed.REVIEW)));
        assertThat(look("test_verified_late", 5)).isInstanceOf(Vouched.class);
        assertThat(look("test_never_verified", 100)).isEqualTo(new Unvouched(List.of(PayeeNeed.IDENTITY)));
    }

    @Test
    void money_arrives_or_does_not_at_once() {
        assertThat(after(0).payAtOnce(payout("test_ok"))).contains(new Paid("sbx_1", Optional.empty()));
        forget();
        assertThat(after(0).payAtOnce(payout("test_declined"))).contains(new Failed(PayoutFailure.DECLINED));
    }

    @Test
    void a_late_answer_comes_when_it_is_time() {
        assertThat(after(0).payAtOnce(payout("test_late"))).contains(new Waiting("sbx_1", NOON.plusSeconds(5)));
        assertThat(after(4).pay(payout("test_late"))).isInstanceOf(Waiting.class);
        assertThat(after(5).pay(payout("test_late"))).isEqualTo(new Paid("sbx_1", Optional.empty()));
    }

    @Test
    void a_lost_answer_is_found_by_asking() {
        assertThat(after(0).payAtOnce(payout("test_timeout")).orElseThrow()).isInstanceOf(Unknown.class);
        assertThat(after(14).pay(payout("test_timeout"))).isInstanceOf(Waiting.class);
        assertThat(after(15).pay(payout("test_timeout"))).isEqualTo(new Paid("sbx_1", Optional.empty()));
    }

    @Test
    void money_that_had_arrived_comes_back() {
        assertThat(after(0).payAtOnce(payout("test_returned")))
                .contains(new Paid("sbx_1", Optional.of(NOON.plusSeconds(5))));
        assertThat(after(5).pay(payout("test_returned"))).isEqualTo(new Failed(PayoutFailure.ACCOUNT_CLOSED));
    }

    @Test
    void what_is_asked_for_twice_is_sent_once() {
        after(0).pay(payout("test_late"));
        after(0).pay(payout("test_late"));
        assertThat(TestDatabase.jdbc()
                        .sql("SELECT sum(amount_minor) FROM sandbox_payout")
                        .query(Long.class)
                        .single())
                .isEqualTo(2_000);
    }

    @Test
    void an_account_of_no_such_method_is_not_paid_to() {
        assertThat(new Accounts().mayPay("my_bank")).isFalse();
        assertThatThrownBy(() -> Accounts.methodOf("sbx_my_bank-lea")).isInstanceOf(RuntimeException.class);
    }

    private static PayeeReply look(String method, long seconds) {
        var account = new Accounts().begin(LEA, method, Map.of()).account();
        return after(seconds).look(new OpenPayee(account, LEA, method, NOON, 1, 0));
    }

    private static OpenPayout payout(String method) {
        var account = new Accounts().begin(LEA, method, Map.of()).account();
        return new OpenPayout(new PayoutId("out_1"), LEA, Money.of(2_000, "USD"), account, NOON, "", 1, 0);
    }

    private static SandboxPayouts after(long seconds) {
        return new SandboxPayouts(
                new SandboxBank(TestDatabase.jdbc(), TestBooks.of(Clock.systemUTC()), SETTINGS),
                SETTINGS,
                Clock.fixed(NOON.plusSeconds(seconds), ZoneOffset.UTC));
    }
}
