package dev.earshot.saga.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.account.AccountCommand.KeepPack;
import dev.earshot.api.account.AccountEvent.TimeZoneChosen;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.membership.DuesPurpose;
import dev.earshot.api.membership.MembershipCommand.AdvanceMembership;
import dev.earshot.api.membership.MembershipCommand.MissDues;
import dev.earshot.api.membership.MembershipCommand.ReceiveDues;
import dev.earshot.api.membership.MembershipCommand.ReverseDues;
import dev.earshot.api.membership.MembershipEnd;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
import dev.earshot.api.membership.MembershipEvent.DuesClaimed;
import dev.earshot.api.membership.MembershipEvent.DuesUnused;
import dev.earshot.api.membership.MembershipEvent.MembershipCancelled;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.MembershipReinstated;
import dev.earshot.api.membership.MembershipEvent.MembershipSuspended;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.membership.MembershipEvent.RenewalFailed;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Cycle;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.topup.Dues;
import dev.earshot.api.topup.Reversal;
import dev.earshot.api.topup.TopUpCommand.RequestDues;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.api.topup.TopUpEvent.DuesDeclined;
import dev.earshot.api.topup.TopUpEvent.DuesPaid;
import dev.earshot.api.topup.TopUpEvent.DuesReckoned;
import dev.earshot.api.wallet.WalletCommand.AgreeAllowance;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.LimitAllowance;
import dev.earshot.api.wallet.WalletCommand.ReverseTopUp;
import dev.earshot.api.wallet.WalletCommand.SetDayZone;
import dev.earshot.saga.Process;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The words between membership, payment and wallet on the real platform, and the days that are kept for it. */
@TestInstance(Lifecycle.PER_CLASS)
class MembershipRoutingTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Money PRICE = Money.of(3_000, "USD");
    private static final Tier TIER = new Tier("small", "family", PRICE, 900, false, 0, Cycle.of("P30D"));

    private final Process process = new Process(Ears.class, "membership.look-every=100ms");
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** Hears everything and does nothing, as if every word were lost. */
    static class Ears {
        private final List<Object> heard = new CopyOnWriteArrayList<>();

        @CommandHandler
        void handle(RequestDues command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(ReceiveDues command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(MissDues command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(ReverseDues command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(AdvanceMembership command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(KeepPack command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(AgreeAllowance command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(LimitAllowance command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(SetDayZone command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(CreditTopUp command) {
            heard.add(command);
        }

        @CommandHandler
        void handle(ReverseTopUp command) {
            heard.add(command);
        }
    }

    @BeforeAll
    void start() {
        process.start();
    }

    @AfterAll
    void stop() {
        process.stop();
    }

    @Test
    void dues_are_asked_of_the_provider_unless_credit_has_paid_them_and_the_answer_comes_back() {
        MembershipId id = id("asked");
        TopUpId byCredit = TopUpId.ofDues(id, 2);
        process.tell(asked(id, byCredit, Money.of(0, "USD")), asked(id, dues(id), PRICE));
        process.tell(new DuesPaid(dues(id), wallet(id), price(id), "pay_1", now));
        process.tell(new DuesDeclined(dues(id), wallet(id), price(id), TopUpDecline.CARD_DECLINED, now));

        heard(new RequestDues(dues(id), wallet(id), price(id), "card", now));
        heard(new ReceiveDues(id, dues(id), PRICE, now));
        heard(new MissDues(id, dues(id), TopUpDecline.CARD_DECLINED, now));
        assertThat(ears()).noneMatch(told -> told.toString().contains(byCredit.value()));
    }

    @Test
    void what_it_allows_is_agreed_with_the_wallet_and_limited_when_it_is_to_end() {
        MembershipId id = id("allowed");
        process.tell(began(id, now.plusSeconds(600)));
        process.tell(new MembershipCancelled(id, now.plusSeconds(600), now));
        process.tell(new MembershipEnded(id, MembershipEnd.CANCELLED, now));

        heard(new KeepPack(id.accountId(), PlanVersion.MEMBERSHIP, now));
        heard(agreement(id, now.plusSeconds(700)));
        heard(new LimitAllowance(wallet(id), id.value(), now.plusSeconds(600), now));
        heard(new LimitAllowance(wallet(id), id.value(), now, now));
    }

    @Test
    void a_suspension_ends_what_was_agreed_and_a_reinstatement_agrees_anew() {
        MembershipId id = id("suspended");
        process.tell(new MembershipSuspended(id, now));
        process.tell(new MembershipReinstated(id, TIER, now.plusSeconds(500), now));

        heard(new LimitAllowance(wallet(id), id.value(), now, now));
        heard(agreement(id, now.plusSeconds(500)));
    }

    @Test
    void dues_that_nothing_could_be_had_for_become_money_and_what_went_back_is_taken_from_it() {
        MembershipId id = id("money");
        Reversal reversal = new Reversal(PRICE, Money.of(0, "USD"), PRICE, 1);
        process.tell(new DuesReckoned(dues(id), wallet(id), price(id), reversal, Money.of(0, "USD"), 1, now));
        process.tell(new DuesUnused(id, dues(id), PRICE, now), new DuesClaimed(id, dues(id), PRICE, PRICE, 1, now));

        heard(new ReverseDues(id, dues(id), PRICE, reversal, Money.of(0, "USD"), 1, now));
        heard(new CreditTopUp(wallet(id), dues(id), PRICE, now));
        heard(new ReverseTopUp(wallet(id), dues(id), PRICE, PRICE, 1, now));
    }

    @Test
    void the_wallets_days_follow_the_accounts_clocks() {
        AccountId ann = id("zone").accountId();
        process.tell(new TimeZoneChosen(ann, ZoneId.of("Asia/Kolkata"), now));

        heard(new SetDayZone(WalletId.of(ann), ZoneId.of("Asia/Kolkata"), now));
    }

    @Test
    void a_renewal_is_due_after_a_restart_and_is_asked_for_again_while_nothing_is_known_of_it() {
        MembershipId id = id("due");
        Instant until = Instant.now().plusSeconds(6).truncatedTo(ChronoUnit.MILLIS); // Time enough for the restart.
        process.tell(began(id, until), began(id, until));
        await().atMost(SOON).until(() -> rows(id) == 1);
        assertThat(advanced(id)).isEmpty();
        process.stop();
        process.start();

        await().atMost(SOON).until(() -> advanced(id).size() >= 3);
        assertThat(advanced(id)).allSatisfy(told -> assertThat(told.at()).isAfterOrEqualTo(until));
        process.tell(new MembershipEnded(id, MembershipEnd.UNPAID, now));
        await().atMost(SOON).until(() -> rows(id) == 0);
    }

    @Test
    void a_renewal_that_failed_is_due_when_it_is_to_be_tried_again() {
        MembershipId id = id("grace");
        process.tell(began(id, now.minusSeconds(1)));
        await().atMost(SOON).until(() -> !advanced(id).isEmpty());
        Instant retryAt = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS);
        process.tell(asked(id, dues(id), PRICE));
        process.tell(
                new RenewalFailed(id, dues(id), TopUpDecline.CARD_DECLINED, retryAt, retryAt.plusSeconds(900), now));

        await().atMost(SOON)
                .until(() -> advanced(id).stream().anyMatch(told -> !told.at().isBefore(retryAt)));
    }

    private List<Object> ears() {
        return process.its(Ears.class).heard;
    }

    private void heard(Object command) {
        await().atMost(SOON).untilAsserted(() -> assertThat(ears()).contains(command));
    }

    private List<AdvanceMembership> advanced(MembershipId id) {
        return ears().stream()
                .filter(AdvanceMembership.class::isInstance)
                .map(AdvanceMembership.class::cast)
                .filter(command -> command.membershipId().equals(id))
                .toList();
    }

    private int rows(MembershipId id) {
        return process.rowsOf("membership_due WHERE membership_id = '" + id + "'");
    }

    private AgreeAllowance agreement(MembershipId id, Instant until) {
        return new AgreeAllowance(wallet(id), id.value(), 900, ZoneId.of("UTC"), until, now);
    }

    private PeriodBegan began(MembershipId id, Instant until) {
        return new PeriodBegan(id, dues(id), TIER, 0, now.minusSeconds(60), until, until.plusSeconds(100), now);
    }

    private DuesAsked asked(MembershipId id, TopUpId topUp, Money amount) {
        Instant giveUpAt = now.plusSeconds(900);
        return new DuesAsked(id, topUp, DuesPurpose.RENEWAL, TIER, amount, 0, "card", now, giveUpAt, now);
    }

    private static Dues price(MembershipId id) {
        return new Dues(id, "small", PRICE);
    }

    private static TopUpId dues(MembershipId id) {
        return TopUpId.ofDues(id, 1);
    }

    private static WalletId wallet(MembershipId id) {
        return WalletId.of(id.accountId());
    }

    private static MembershipId id(String name) {
        return MembershipId.of(new AccountId("acc_" + name));
    }
}
