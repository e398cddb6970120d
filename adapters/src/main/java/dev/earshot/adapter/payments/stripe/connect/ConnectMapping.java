package dev.earshot.adapter.payments.stripe.connect;

import com.stripe.exception.StripeException;
import com.stripe.model.Account;
import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.PayeeChanged;
import dev.earshot.adapter.payments.PaymentEvent.PayoutChanged;
import dev.earshot.adapter.payout.PayeeReply;
import dev.earshot.adapter.payout.PayeeReply.Unvouched;
import dev.earshot.adapter.payout.PayeeReply.Vouched;
import dev.earshot.api.payout.PayeeNeed;
import dev.earshot.api.payout.PayoutFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** From Stripe's words about accounts and payouts to ours. */
final class ConnectMapping {
    private ConnectMapping() {}

    static PayeeReply payee(Account account) {
        var capabilities = account.getCapabilities();
        boolean transfers = capabilities != null && "active".equals(capabilities.getTransfers());
        return transfers && Boolean.TRUE.equals(account.getPayoutsEnabled())
                ? new Vouched()
                : new Unvouched(needs(account.getRequirements()));
    }

    private static List<PayeeNeed> needs(Account.Requirements requirements) {
        if (requirements == null) {
            return List.of(PayeeNeed.REVIEW);
        }
        List<PayeeNeed> needs = new ArrayList<>(Stream.of(requirements.getCurrentlyDue(), requirements.getPastDue())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(ConnectMapping::need)
                .toList());
        if (String.valueOf(requirements.getDisabledReason()).startsWith("rejected")) {
            needs.add(PayeeNeed.REJECTED);
        }
        return needs.isEmpty() ? List.of(PayeeNeed.REVIEW) : needs;
    }

    private static PayeeNeed need(String requirement) {
        if (requirement.startsWith("external_account")) {
            return PayeeNeed.BANK_ACCOUNT;
        }
        if (requirement.startsWith("tos_acceptance")) {
            return PayeeNeed.TERMS;
        }
        if (requirement.startsWith("business_") || requirement.startsWith("company.")) {
            return PayeeNeed.BUSINESS;
        }
        boolean aboutAPerson = Stream.of("individual.", "person_", "representative.", "owners.", "directors.")
                .anyMatch(requirement::startsWith);
        return aboutAPerson ? PayeeNeed.IDENTITY : PayeeNeed.OTHER;
    }

    /** Why a request that Stripe clearly refused moved no money. */
    static PayoutFailure failure(StripeException refusal) {
        return switch (String.valueOf(refusal.getCode())) {
            case "payouts_not_allowed", "account_invalid", "insufficient_capabilities_for_transfer" ->
                PayoutFailure.PAYOUTS_NOT_ALLOWED;
            case "balance_insufficient", "insufficient_funds" -> PayoutFailure.PROVIDER_SHORT_OF_FUNDS;
            case "amount_too_small", "amount_too_large" -> PayoutFailure.AMOUNT_REFUSED;
            case "resource_missing", "no_account" -> PayoutFailure.ACCOUNT_UNKNOWN;
            default -> PayoutFailure.DECLINED;
        };
    }

    /** Why the bank did not take the money. */
    static PayoutFailure failure(String failureCode) {
        return switch (String.valueOf(failureCode)) {
            case "account_closed", "account_frozen" -> PayoutFailure.ACCOUNT_CLOSED;
            case "no_account", "invalid_account_number", "incorrect_account_holder_name", "bank_account_unusable" ->
                PayoutFailure.ACCOUNT_UNKNOWN;
            case "insufficient_funds" -> PayoutFailure.PROVIDER_SHORT_OF_FUNDS;
            case "bank_account_restricted" -> PayoutFailure.PAYOUTS_NOT_ALLOWED;
            case "invalid_currency" -> PayoutFailure.AMOUNT_REFUSED;
            default -> PayoutFailure.DECLINED;
        };
    }

    /** What an event of a connected account tells; empty for what concerns nobody here. */
    static Optional<PaymentEvent> event(JsonNode event) {
        JsonNode object = event.path("data").path("object");
        String account = event.path("account").asString("");
        Instant at = Instant.ofEpochSecond(event.path("created").longValue());
        String type = event.path("type").asString("");
        if (type.startsWith("account.") || type.equals("capability.updated")) {
            return Optional.of(new PayeeChanged(new About(account, "", "", "", at)));
        }
        String payoutId = object.path("metadata").path(ConnectGateway.SUBJECT).asString("");
        return type.startsWith("payout.") && !payoutId.isEmpty()
                ? Optional.of(new PayoutChanged(new About(object.path("id").asString(), payoutId, account, "", at)))
                : Optional.empty();
    }
}
