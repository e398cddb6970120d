package dev.earshot.api.id;

/** An opaque identifier. Its prefix tells people what it names; programs compare it whole. */
public sealed interface Id
        permits AccountId,
                AutoTopUpId,
                BreakId,
                BookId,
                CallId,
                CardId,
                CardPaymentId,
                CardholderId,
                ClawbackId,
                EarningsId,
                ListenerId,
                LotId,
                MembershipId,
                NoteId,
                PayoutId,
                PenaltyId,
                PersonId,
                PresenceId,
                PriceListId,
                RefundId,
                ReportId,
                PurchaseId,
                SimulationId,
                TopUpId,
                WalletId {
    /** The identifier as it travels: prefix, underscore, at most 40 characters of {@code [0-9A-Za-z]}. */
    String value();

    /** The part behind the prefix; the ids of one person's aggregates share it. */
    default String suffix() {
        return value().substring(value().indexOf('_') + 1);
    }
}
