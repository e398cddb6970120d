package dev.earshot.command.autotopup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.autotopup.AutoTopUpCommand;
import dev.earshot.api.autotopup.AutoTopUpCommand.ConfirmAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.DeclineAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.MeetLowBalance;
import dev.earshot.api.autotopup.AutoTopUpCommand.ResumeAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.SuspendAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.TurnOffAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.TurnOnAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpArmed;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpDeclined;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPaid;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPutOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpStarted;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpSuspended;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpTurnedOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpTurnedOn;
import dev.earshot.api.autotopup.AutoTopUpRefusal;
import dev.earshot.api.autotopup.PutOffReason;
import dev.earshot.api.autotopup.SuspendReason;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.AutoTopUpId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.RefusalCode;
import dev.earshot.api.topup.TopUpRefusal;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import dev.earshot.command.topup.TopUpSettings;
import dev.earshot.platform.payments.DailyCap;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** At most three payments and 50.00 a day; an hour of cool-off; off after two declines in a row. */
class AutoTopUpTest {
    private static final AutoTopUpId ID = AutoTopUpId.of(WalletId.of(new AccountId("acc_ann")));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final AutoTopUpSettings SETTINGS = new AutoTopUpSettings(100, 100_000, HOUR, 2);
    private static final TopUpSettings LIMITS = new TopUpSettings(100, 10_000);
    private static final DailyCap CAP = new DailyCap(3, 5_000, Map.of(Currency.getInstance("INR"), 400_000L));

    private final Live<AutoTopUp> autoTopUp = new Live<>(AutoTopUp.class, new AutoTopUp(), SETTINGS, LIMITS, CAP);

    @Test
    void turned_on_it_waits_for_the_wallets_word() {
        assertThat(told(turnOn()))
                .containsExactly(
                        new AutoTopUpTurnedOn(ID, usd(500), usd(2_000), "card", NOON),
                        new AutoTopUpArmed(ID, usd(500), NOON));
        assertThat(told(turnOn())).isEmpty();
    }

    @Test
    void a_low_balance_starts_one_payment_however_often_it_is_told() {
        told(turnOn());

        assertThat(told(low(NOON))).containsExactly(started(1, NOON));
        assertThat(told(low(NOON))).isEmpty();
        assertThat(told(low(NOON.plus(HOUR)))).isEmpty();
    }

    @Test
    void paid_it_waits_for_the_wallets_next_word_and_the_next_payment_has_another_name() {
        told(turnOn(), low(NOON));

        assertThat(told(paid(1)))
                .containsExactly(new AutoTopUpPaid(ID, topUp(1), NOON), new AutoTopUpArmed(ID, usd(500), NOON));
        assertThat(told(paid(1))).isEmpty();
        assertThat(told(low(NOON))).containsExactly(started(2, NOON));
        assertThat(topUp(2)).isNotEqualTo(topUp(1));
        assertThat(topUp(1)).isEqualTo(TopUpId.of(ID, 1)).matches(TopUpId::isAutomatic);
    }

    /** An unknown outcome may be a payment: who asks again then takes the money twice. */
    @Test
    void nothing_but_an_answer_frees_the_place() {
        told(turnOn(), low(NOON));

        assertThat(told(resume(MIDNIGHT.plus(Duration.ofDays(9))))).isEmpty();
        assertThat(told(low(MIDNIGHT.plus(Duration.ofDays(9))))).isEmpty();
        assertThat(told(paid(7), declined(7, NOON))).isEmpty();
    }

    @Test
    void declined_it_cools_off_and_then_waits_for_the_wallets_word_again() {
        told(turnOn(), low(NOON));

        assertThat(told(declined(1, NOON)))
                .containsExactly(
                        new AutoTopUpDeclined(ID, topUp(1), NOON.plus(HOUR), NOON),
                        new AutoTopUpPutOff(ID, PutOffReason.COOLING_OFF, NOON.plus(HOUR), NOON));
        assertThat(told(declined(1, NOON))).isEmpty();
        assertThat(told(low(NOON), resume(NOON.plus(HOUR).minusMillis(1)))).isEmpty();
        assertThat(told(resume(NOON.plus(HOUR)))).containsExactly(new AutoTopUpArmed(ID, usd(500), NOON.plus(HOUR)));
        assertThat(told(resume(NOON.plus(HOUR)))).isEmpty();
        assertThat(told(low(NOON.plus(HOUR)))).containsExactly(started(2, NOON.plus(HOUR)));
    }

    @Test
    void declined_twice_in_a_row_it_is_switched_off_until_the_member_turns_it_on() {
        Instant later = NOON.plus(HOUR);
        told(turnOn(), low(NOON), declined(1, NOON), resume(later), low(later));

        assertThat(told(declined(2, later)))
                .endsWith(new AutoTopUpSuspended(ID, SuspendReason.DECLINED_REPEATEDLY, later));
        assertThat(told(resume(MIDNIGHT), low(MIDNIGHT))).isEmpty();
        assertThat(told(turnOnAt(MIDNIGHT))).endsWith(new AutoTopUpArmed(ID, usd(500), MIDNIGHT));
    }

    @Test
    void a_payment_between_two_declines_keeps_it_on() {
        Instant later = NOON.plus(HOUR);
        told(turnOn(), low(NOON), declined(1, NOON), resume(later), low(later), paid(2), low(later));

        assertThat(told(declined(3, later))).noneMatch(AutoTopUpSuspended.class::isInstance);
    }

    /** A late yes after a no: the wallet is credited by others, and a payment now under way keeps its place. */
    @Test
    void a_payment_that_comes_after_its_decline_frees_no_other_place() {
        Instant later = NOON.plus(HOUR);
        told(turnOn(), low(NOON), declined(1, NOON), resume(later), low(later));

        assertThat(told(paid(1))).isEmpty();
        assertThat(told(low(later))).isEmpty();
        assertThat(told(paid(2))).startsWith(new AutoTopUpPaid(ID, topUp(2), NOON));
    }

    @Test
    void a_decline_that_comes_after_the_payment_changes_nothing() {
        told(turnOn(), low(NOON), paid(1));

        assertThat(told(declined(1, NOON))).isEmpty();
    }

    @Test
    void a_full_day_waits_for_the_next() {
        told(turnOn(), low(NOON), paid(1), low(NOON), paid(2));

        assertThat(told(low(NOON))) // 40.00 are asked for, and 20.00 more would be too much.
                .containsExactly(new AutoTopUpPutOff(ID, PutOffReason.DAILY_CAP, MIDNIGHT, NOON));
        assertThat(told(low(NOON), resume(MIDNIGHT.minusMillis(1)))).isEmpty();
        assertThat(told(resume(MIDNIGHT), low(MIDNIGHT))).endsWith(started(3, MIDNIGHT));
    }

    @Test
    void the_number_of_payments_a_day_is_capped_too_and_declined_ones_count() {
        Instant one = NOON.plus(HOUR);
        told(turnOn(100, "card"), low(NOON), paid(1), low(NOON), declined(2, NOON), resume(one), low(one), paid(3));

        assertThat(told(low(one))).containsExactly(new AutoTopUpPutOff(ID, PutOffReason.DAILY_CAP, MIDNIGHT, one));
    }

    @Test
    void turning_it_off_and_on_again_empties_no_day() {
        told(turnOn(), low(NOON), paid(1), low(NOON), paid(2), new TurnOffAutoTopUp(ID, NOON), turnOn());

        assertThat(told(low(NOON))).hasOnlyElementsOfType(AutoTopUpPutOff.class);
    }

    @Test
    void other_settings_are_for_the_next_payment() {
        told(turnOn(), low(NOON));

        assertThat(told(turnOn(700, "other")))
                .containsExactly(new AutoTopUpTurnedOn(ID, usd(500), usd(700), "other", NOON));
        assertThat(told(low(NOON))).isEmpty();
        assertThat(told(paid(1), low(NOON))).endsWith(new AutoTopUpStarted(ID, topUp(2), usd(700), "other", NOON));
    }

    @Test
    void a_word_about_a_higher_threshold_than_now_wished_starts_nothing() {
        told(turnOn());

        assertThat(told(new MeetLowBalance(ID, usd(500), NOON))).isEmpty();
        assertThat(told(new MeetLowBalance(ID, usd(499), NOON))).hasSize(1);
    }

    @Test
    void turned_off_it_asks_for_nothing_and_a_payment_under_way_still_comes() {
        told(turnOn(), low(NOON));

        assertThat(told(new TurnOffAutoTopUp(ID, NOON))).containsExactly(new AutoTopUpTurnedOff(ID, NOON));
        assertThat(told(new TurnOffAutoTopUp(ID, NOON))).isEmpty();
        assertThat(told(paid(1))).containsExactly(new AutoTopUpPaid(ID, topUp(1), NOON));
        assertThat(told(low(NOON))).isEmpty();
    }

    /** Else whoever got their money back would be charged for it again. */
    @Test
    void suspended_for_money_that_went_back_it_hears_nothing_until_it_is_turned_on_again() {
        var suspend = new SuspendAutoTopUp(ID, SuspendReason.PAYMENT_REVERSED, NOON);
        assertThat(told(suspend)).isEmpty();
        told(turnOn());

        assertThat(told(suspend)).containsExactly(new AutoTopUpSuspended(ID, SuspendReason.PAYMENT_REVERSED, NOON));
        assertThat(told(suspend, low(NOON), new TurnOffAutoTopUp(ID, NOON))).isEmpty();
        assertThat(told(turnOn())).hasSize(2);
    }

    @Test
    void turning_off_what_was_never_on_is_nothing_new() {
        assertThat(told(new TurnOffAutoTopUp(ID, NOON))).isEmpty();
    }

    @Test
    void the_same_method_stays_in_its_cool_off_and_another_ends_it() {
        told(turnOn(), low(NOON), declined(1, NOON), new TurnOffAutoTopUp(ID, NOON));

        assertThat(told(turnOn())).endsWith(new AutoTopUpPutOff(ID, PutOffReason.COOLING_OFF, NOON.plus(HOUR), NOON));
        assertThat(told(turnOn(2_000, "other"))).endsWith(new AutoTopUpArmed(ID, usd(500), NOON));
    }

    @Test
    void wishes_that_cannot_be_met_are_refused_by_name() {
        refused(AutoTopUpRefusal.AUTO_TOP_UP_CURRENCY_MISMATCH, Money.of(500, "INR"), usd(2_000));
        refused(AutoTopUpRefusal.AUTO_TOP_UP_THRESHOLD_OUT_OF_RANGE, usd(99), usd(2_000));
        refused(AutoTopUpRefusal.AUTO_TOP_UP_THRESHOLD_OUT_OF_RANGE, usd(100_001), usd(2_000));
        refused(TopUpRefusal.TOP_UP_AMOUNT_OUT_OF_RANGE, usd(500), usd(99));
        refused(TopUpRefusal.TOP_UP_AMOUNT_OUT_OF_RANGE, usd(500), usd(10_001));
        refused(AutoTopUpRefusal.AUTO_TOP_UP_ABOVE_DAILY_CAP, usd(500), usd(5_001));
    }

    @Test
    void a_currency_may_have_a_cap_of_its_own() {
        Money rupees = Money.of(10_000, "INR");

        assertThat(told(new TurnOnAutoTopUp(ID, rupees, rupees, "card", NOON))).hasSize(2);
    }

    @Test
    void a_snapshot_keeps_everything() {
        told(turnOn(), low(NOON), paid(1), low(NOON), declined(2, NOON));
        Snapshots.expectToKeep(autoTopUp.root());
        told(resume(NOON.plus(HOUR)), low(NOON.plus(HOUR)));
        Snapshots.expectToKeep(autoTopUp.root());
    }

    private static void refused(RefusalCode code, Money threshold, Money amount) {
        Refusals.expect(
                code,
                new AggregateTestFixture<>(AutoTopUp.class)
                        .registerInjectableResource(SETTINGS)
                        .registerInjectableResource(LIMITS)
                        .registerInjectableResource(CAP)
                        .givenNoPriorActivity()
                        .when(new TurnOnAutoTopUp(ID, threshold, amount, "card", NOON)));
    }

    /** What all these together lead to. */
    private List<Object> told(AutoTopUpCommand... commands) {
        return List.of(commands).stream()
                .flatMap(command -> autoTopUp.send(command).stream())
                .toList();
    }

    private static TurnOnAutoTopUp turnOn() {
        return turnOnAt(NOON);
    }

    private static TurnOnAutoTopUp turnOnAt(Instant at) {
        return new TurnOnAutoTopUp(ID, usd(500), usd(2_000), "card", at);
    }

    private static TurnOnAutoTopUp turnOn(long amount, String method) {
        return new TurnOnAutoTopUp(ID, usd(500), usd(amount), method, NOON);
    }

    private static MeetLowBalance low(Instant at) {
        return new MeetLowBalance(ID, usd(0), at);
    }

    private static ConfirmAutoTopUp paid(long number) {
        return new ConfirmAutoTopUp(ID, topUp(number), NOON);
    }

    private static DeclineAutoTopUp declined(long number, Instant at) {
        return new DeclineAutoTopUp(ID, topUp(number), at);
    }

    private static ResumeAutoTopUp resume(Instant at) {
        return new ResumeAutoTopUp(ID, at);
    }

    private static AutoTopUpStarted started(long number, Instant at) {
        return new AutoTopUpStarted(ID, topUp(number), usd(2_000), "card", at);
    }

    private static TopUpId topUp(long number) {
        return TopUpId.of(ID, number);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
