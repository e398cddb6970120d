package dev.earshot.query;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.earshot.api.account.AccountEvent;
import dev.earshot.api.call.CallEvent;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.meter.MeterEvent;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.person.PersonEvent;
import dev.earshot.api.presence.PresenceEvent;
import dev.earshot.api.price.PriceListEvent;
import dev.earshot.api.purchase.PurchaseEvent;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.wallet.WalletEvent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;

/** Every view handles, or names as ignored, every event of the families it folds: a new event is nobody's oversight. */
class ProjectionCompletenessTest {
    private static final Map<String, Set<Class<?>>> IGNORES = new TreeMap<>(Map.of(
            "membership-view",
            Set.of(
                    MembershipEvent.DuesUnused.class, // The wallet shows the money.
                    MembershipEvent.DuesReversalRecorded
                            .class, // What follows from it for the member is told beside it.
                    MembershipEvent.DuesClaimed.class, // The wallet shows the money.
                    MembershipEvent.MethodChosen.class),
            "wallet-view",
            Set.of(
                    WalletEvent.BalanceWatched.class,
                    WalletEvent.BalanceLow.class,
                    WalletEvent.CardLent.class, // Never the member's balance.
                    WalletEvent.AllowanceAgreed.class, // The membership tells it.
                    WalletEvent.DayZoneSet.class, // The account tells it.
                    WalletEvent.CardDebtChanged.class, // What is owed of it, other facts tell.
                    WalletEvent.HoldDeclined.class,
                    WalletEvent.HoldExtensionDeclined.class,
                    WalletEvent.PaymentReversed.class, // What it took and gave, other facts tell.
                    TopUpEvent.DuesReckoned.class, // DuesReversed stands beside it.
                    TopUpEvent.RefundRecorded.class), // The sum it leads to is told by a fact of its own.
            "call-view",
            Set.of(
                    CardReversalEvent.CardRefundRequested.class, // CardPaymentReversed tells what it came to.
                    CardReversalEvent.CardRefundConfirmed.class,
                    CardReversalEvent.CardRefundFailed.class,
                    CardReversalEvent.CardRefundRecorded.class,
                    CardReversalEvent.CardRefundReturned.class,
                    CardReversalEvent.CardDisputeOpened.class,
                    CardReversalEvent.CardDisputeWon.class,
                    CardReversalEvent.CardDisputeLost.class,
                    CardReversalEvent.ListenerShareLost.class,
                    CardReversalEvent.ListenerShareFetched.class,
                    CardReversalEvent.ListenerShareRestored.class,
                    WalletEvent.CardDebtChanged.class,
                    WalletEvent.DebtGivenBack.class,
                    CallEvent.CardChosen.class,
                    WalletEvent.CardLent.class,
                    CallEvent.ParticipantJoined.class,
                    CallEvent.CallRated.class,
                    WalletEvent.WalletOpened.class,
                    WalletEvent.BalanceWatched.class,
                    WalletEvent.BalanceLow.class,
                    WalletEvent.TopUpCredited.class,
                    WalletEvent.PackCredited.class,
                    WalletEvent.PackExpired.class,
                    WalletEvent.PackTakenBack.class,
                    WalletEvent.PackGivenBack.class,
                    WalletEvent.PaymentReversed.class,
                    WalletEvent.CashTakenBack.class,
                    WalletEvent.CashGivenBack.class,
                    WalletEvent.ReceivableRaised.class,
                    WalletEvent.ReceivablePaid.class,
                    WalletEvent.ReceivableCancelled.class,
                    WalletEvent.PromoGranted.class,
                    WalletEvent.PromoExpired.class,
                    WalletEvent.AllowanceAgreed.class,
                    WalletEvent.DayZoneSet.class,
                    WalletEvent.AllowanceGranted.class,
                    WalletEvent.AllowanceLapsed.class,
                    WalletEvent.HoldPlaced.class,
                    WalletEvent.HoldDeclined.class,
                    WalletEvent.HoldExtended.class,
                    WalletEvent.HoldExtensionDeclined.class),
            "listener-view",
            Set.of(
                    PresenceEvent.EngagementDeclined.class,
                    PresenceEvent.MemberBlocked.class,
                    PresenceEvent.MemberUnblocked.class,
                    CallEvent.CardChosen.class,
                    CallEvent.CallRequested.class,
                    CallEvent.CallAdmitted.class,
                    CallEvent.CallRefused.class,
                    CallEvent.CallAccepted.class,
                    CallEvent.ParticipantJoined.class,
                    CallEvent.CallExtended.class,
                    CallEvent.CallEnded.class,
                    PayoutEvent.PayeeNeedsTold.class, // For the listener alone.
                    PayoutEvent.PayoutRequested.class,
                    PayoutEvent.PayoutLost.class,
                    PayoutEvent.PayoutPaid.class,
                    PayoutEvent.PayoutFailed.class,
                    PayoutEvent.PayoutReturned.class),
            "earnings-view",
            Set.of(EarningsEvent.TalkCounted.class), // Moves no coin.
            "explain-view",
            Set.of(
                    PriceListEvent.PriceListDrafted.class, // In force it is from its publication on.
                    PriceListEvent.PricesTried.class,
                    PriceListEvent.GuardrailOverridden.class,
                    CardReversalEvent.CardRefundRequested.class, // CardPaymentReversed tells what it came to.
                    CardReversalEvent.CardRefundConfirmed.class,
                    CardReversalEvent.CardRefundFailed.class,
                    CardReversalEvent.CardRefundRecorded.class,
                    CardReversalEvent.CardRefundReturned.class,
                    CardReversalEvent.CardDisputeOpened.class,
                    CardReversalEvent.CardDisputeWon.class,
                    CardReversalEvent.CardDisputeLost.class,
                    CardReversalEvent.ListenerShareLost.class,
                    CardReversalEvent.ListenerShareFetched.class,
                    CardReversalEvent.ListenerShareRestored.class,
                    WalletEvent.CardDebtChanged.class,
                    WalletEvent.DebtGivenBack.class,
                    CardPaymentEvent.AuthorizationRequested.class, // What it came to counts.
                    CardPaymentEvent.CardAbandoned.class,
                    CardPaymentEvent.CardUnknown.class,
                    CardPaymentEvent.CaptureRequested.class,
                    CardPaymentEvent.VoidRequested.class,
                    CallEvent.ParticipantJoined.class,
                    CallEvent.CallRated.class,
                    WalletEvent.WalletOpened.class,
                    WalletEvent.BalanceWatched.class,
                    WalletEvent.BalanceLow.class,
                    WalletEvent.TopUpCredited.class,
                    WalletEvent.PackCredited.class,
                    WalletEvent.PackExpired.class,
                    WalletEvent.PackTakenBack.class,
                    WalletEvent.PackGivenBack.class,
                    WalletEvent.PaymentReversed.class,
                    WalletEvent.CashTakenBack.class,
                    WalletEvent.CashGivenBack.class,
                    WalletEvent.ReceivableRaised.class,
                    WalletEvent.ReceivablePaid.class,
                    WalletEvent.ReceivableCancelled.class,
                    WalletEvent.PromoGranted.class,
                    WalletEvent.PromoExpired.class,
                    WalletEvent.AllowanceAgreed.class,
                    WalletEvent.DayZoneSet.class,
                    WalletEvent.AllowanceGranted.class,
                    WalletEvent.AllowanceLapsed.class,
                    EarningsEvent.TalkCounted.class,
                    EarningsEvent.BonusCredited.class, // Belongs to a week and to no call.
                    EarningsEvent.EarningsMatured.class,
                    EarningsEvent.PenaltyImposed.class,
                    EarningsEvent.PenaltyReversed.class,
                    EarningsEvent.EarningsClawedBack.class,
                    EarningsEvent.ClawbackReturned.class,
                    EarningsEvent.EarningsTakenBackDirectly.class,
                    EarningsEvent.EarningsReleased.class),
            "account-view",
            Set.of(
                    PersonEvent.TextsKept.class,
                    AccountEvent.AccountRegistered.class,
                    AccountEvent.RolesGranted.class,
                    AccountEvent.PackKept.class, // The wallet shows what is left of packs.
                    PresenceEvent.ListenerWentLive.class,
                    PresenceEvent.ListenerWentOffline.class,
                    PresenceEvent.ListenerLapsed.class,
                    PresenceEvent.ListenerEngaged.class,
                    PresenceEvent.EngagementDeclined.class,
                    PresenceEvent.ListenerDisengaged.class),
            "purchase-view",
            Set.of(PurchaseEvent.ClaimDisputed.class), // The top-up tells it.
            "stream-view",
            Set.of(), // AudienceTest says what of each family is told.
            "live",
            Set.of(MeterEvent.GrantRunningLow.class))); // HoldExtended or HoldExtensionDeclined tells how it went on.

    static {
        IGNORES.put(
                "reconciliation-view",
                Set.of(
                        TopUpEvent.TopUpRequested.class, // Nothing moves before the provider says so.
                        TopUpEvent.PackRequested.class,
                        TopUpEvent.DuesRequested.class,
                        TopUpEvent.TopUpDeclined.class,
                        TopUpEvent.DuesDeclined.class,
                        TopUpEvent.RefundRequested.class,
                        TopUpEvent.TopUpReversed.class, // The facts that it follows from are told beside it.
                        TopUpEvent.PackReversed.class,
                        TopUpEvent.DuesReversed.class,
                        TopUpEvent.DuesReckoned.class,
                        CardPaymentEvent.AuthorizationRequested.class,
                        CardPaymentEvent.CardDeclined.class,
                        CardPaymentEvent.CardAbandoned.class,
                        CardPaymentEvent.CardUnknown.class,
                        CardPaymentEvent.CaptureRequested.class,
                        CardPaymentEvent.ChargeWaived.class,
                        CardPaymentEvent.VoidRequested.class,
                        CardPaymentEvent.CardVoided.class,
                        CardPaymentEvent.CardExpired.class,
                        CardPaymentEvent.CardReceivableRaised.class,
                        CardReversalEvent.CardRefundRequested.class,
                        CardReversalEvent.CardPaymentReversed.class,
                        CardReversalEvent.ListenerShareLost.class, // Between the listener and us.
                        CardReversalEvent.ListenerShareFetched.class,
                        CardReversalEvent.ListenerShareRestored.class,
                        PurchaseEvent.PackClaimed.class, // The money moved when it was bought.
                        PurchaseEvent.ClaimRefunded.class, // The top-up tells it.
                        PurchaseEvent.ClaimDisputed.class,
                        PurchaseEvent.PurchaseUnclaimed.class,
                        PayoutEvent.PayeeOpened.class,
                        PayoutEvent.PayeeVerified.class,
                        PayoutEvent.PayeeSuspended.class,
                        PayoutEvent.PayeeNeedsTold.class,
                        PayoutEvent.PayoutsFrozen.class,
                        PayoutEvent.PayoutsUnfrozen.class,
                        PayoutEvent.PayoutRequested.class,
                        PayoutEvent.PayoutLost.class,
                        PayoutEvent.PayoutFailed.class, // It had not moved.
                        CallEvent.CardChosen.class,
                        CallEvent.CallRequested.class,
                        CallEvent.CallAdmitted.class,
                        CallEvent.CallRefused.class,
                        CallEvent.CallAccepted.class,
                        CallEvent.ParticipantJoined.class,
                        CallEvent.CallConnected.class,
                        CallEvent.CallExtended.class,
                        CallEvent.CallRated.class));
        IGNORES.put("ledger-view", Set.of()); // Its rules name what posts nothing, and fail if they forget any.
        IGNORES.put("price-view", Set.of());
        IGNORES.put("simulation-view", Set.of());
        IGNORES.put(
                "shadow-view", // Prices calls when they are settled; what led there does not matter.
                Stream.of(CallEvent.class, WalletEvent.class)
                        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                        .filter(event -> !Set.of(
                                        CallEvent.CallRequested.class,
                                        CallEvent.CallRefused.class,
                                        WalletEvent.HoldCaptured.class,
                                        WalletEvent.HoldReleased.class)
                                .contains(event))
                        .collect(toSet()));
        IGNORES.put(
                "lab-view",
                Set.of(
                        CallEvent.CardChosen.class, // What its card lends tells enough.
                        CallEvent.CallAdmitted.class,
                        CallEvent.CallAccepted.class,
                        CallEvent.ParticipantJoined.class,
                        CallEvent.CallExtended.class, // The hold tells it.
                        CallEvent.CallRated.class,
                        WalletEvent.PackTakenBack.class, // These follow from what came, when it is played again.
                        WalletEvent.PackGivenBack.class,
                        WalletEvent.CashTakenBack.class,
                        WalletEvent.CashGivenBack.class,
                        WalletEvent.ReceivablePaid.class,
                        WalletEvent.ReceivableCancelled.class,
                        WalletEvent.DebtGivenBack.class,
                        WalletEvent.BalanceWatched.class, // Moves nothing.
                        WalletEvent.BalanceLow.class));
    }

    @Test
    void every_view_handles_or_names_as_ignored_every_event_of_the_families_it_folds() {
        var handledByView = handledByView();

        assertThat(handledByView.keySet()).isEqualTo(new TreeSet<>(IGNORES.keySet()));
        handledByView.forEach((view, handled) -> {
            var ignored = IGNORES.get(view);
            assertThat(ignored).as(view + " ignores what it handles").doesNotContainAnyElementsOf(handled);
            assertThat(Stream.concat(handled.stream(), ignored.stream()).collect(toSet()))
                    .as(view)
                    .isEqualTo(familiesOf(handled));
        });
    }

    @Test
    void what_is_kept_for_those_who_were_away_is_told_to_those_who_listen() {
        assertThat(handledByView().get("live")).containsAll(handledByView().get("stream-view"));
    }

    private static Map<String, Set<Class<?>>> handledByView() {
        Map<String, Set<Class<?>>> handled = new TreeMap<>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackagesOf(QuerySide.class)
                        .stream()
                        .filter(type -> type.isAnnotatedWith(ProcessingGroup.class))
                        .forEach(type -> handled.computeIfAbsent(groupOf(type), absent -> new HashSet<>())
                                .addAll(handledBy(type)));
        return handled;
    }

    private static Set<Class<?>> handledBy(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(EventHandler.class))
                .map(JavaMethod::reflect)
                .map(method -> method.getParameterTypes()[0])
                .flatMap(event -> event.isSealed() ? Arrays.stream(event.getPermittedSubclasses()) : Stream.of(event))
                .collect(toSet());
    }

    private static Set<Class<?>> familiesOf(Set<Class<?>> handled) {
        return handled.stream()
                .flatMap(event -> Arrays.stream(event.getInterfaces()[0].getPermittedSubclasses()))
                .collect(toSet());
    }

    private static String groupOf(JavaClass type) {
        return type.getAnnotationOfType(ProcessingGroup.class).value();
    }
}
