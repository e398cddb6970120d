package dev.earshot.platform.web.problem;

import dev.earshot.api.account.AccountRefusal;
import dev.earshot.api.call.CallRefusal;
import dev.earshot.api.card.CardRefusal;
import dev.earshot.api.earnings.EarningsRefusal;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.BreakId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.id.PenaltyId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.id.PriceListId;
import dev.earshot.api.id.ReportId;
import dev.earshot.api.id.SimulationId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.listener.ListenerRefusal;
import dev.earshot.api.membership.MembershipRefusal;
import dev.earshot.api.payout.PayoutRefusal;
import dev.earshot.api.price.PriceListRefusal;
import dev.earshot.api.reconciliation.ReconciliationRefusal;
import dev.earshot.api.refusal.RefusalCode;
import dev.earshot.api.simulation.SimulationRefusal;
import dev.earshot.api.topup.TopUpRefusal;
import dev.earshot.api.wallet.WalletRefusal;
import java.util.Map;
import java.util.Optional;

/** Which family says "unknown" for which id, so that a malformed, a foreign and a missing one look the same. */
final class Unknown {
    private static final Map<Class<?>, RefusalCode> BY_TYPE = Map.ofEntries(
            Map.entry(AccountId.class, AccountRefusal.ACCOUNT_UNKNOWN),
            Map.entry(BreakId.class, ReconciliationRefusal.BREAK_UNKNOWN),
            Map.entry(CallId.class, CallRefusal.CALL_UNKNOWN),
            Map.entry(CardPaymentId.class, CardRefusal.CARD_PAYMENT_UNKNOWN),
            Map.entry(WalletId.class, WalletRefusal.WALLET_UNKNOWN),
            Map.entry(ListenerId.class, ListenerRefusal.LISTENER_UNKNOWN),
            Map.entry(PayoutId.class, PayoutRefusal.PAYOUT_UNKNOWN),
            Map.entry(PenaltyId.class, EarningsRefusal.PENALTY_UNKNOWN),
            Map.entry(PriceListId.class, PriceListRefusal.PRICE_LIST_UNKNOWN),
            Map.entry(SimulationId.class, SimulationRefusal.SIMULATION_UNKNOWN),
            Map.entry(ReportId.class, ReconciliationRefusal.REPORT_UNKNOWN),
            Map.entry(TopUpId.class, TopUpRefusal.TOP_UP_UNKNOWN));

    private static final Map<String, RefusalCode> BY_PREFIX = Map.ofEntries(
            Map.entry(AccountId.PREFIX, AccountRefusal.ACCOUNT_UNKNOWN),
            Map.entry(BreakId.PREFIX, ReconciliationRefusal.BREAK_UNKNOWN),
            Map.entry(CallId.PREFIX, CallRefusal.CALL_UNKNOWN),
            Map.entry(CardPaymentId.PREFIX, CardRefusal.CARD_PAYMENT_UNKNOWN),
            Map.entry(WalletId.PREFIX, WalletRefusal.WALLET_UNKNOWN),
            Map.entry(ListenerId.PREFIX, ListenerRefusal.LISTENER_UNKNOWN),
            // Presence and earnings are a listener's, and outside nobody knows them by another name.
            Map.entry(PresenceId.PREFIX, ListenerRefusal.LISTENER_UNKNOWN),
            Map.entry(EarningsId.PREFIX, ListenerRefusal.LISTENER_UNKNOWN),
            Map.entry(SimulationId.PREFIX, SimulationRefusal.SIMULATION_UNKNOWN),
            Map.entry(TopUpId.PREFIX, TopUpRefusal.TOP_UP_UNKNOWN),
            Map.entry(MembershipId.PREFIX, MembershipRefusal.MEMBERSHIP_UNKNOWN));

    private Unknown() {}

    static Optional<RefusalCode> ofType(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    static Optional<RefusalCode> ofAggregate(String id) {
        return Optional.ofNullable(BY_PREFIX.get(id.substring(0, id.indexOf('_') + 1)));
    }
}
