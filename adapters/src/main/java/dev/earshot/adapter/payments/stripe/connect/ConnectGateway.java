package dev.earshot.adapter.payments.stripe.connect;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Account;
import com.stripe.model.Balance;
import com.stripe.model.Payout;
import com.stripe.model.Transfer;
import com.stripe.net.RequestOptions;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.PayoutListParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferListParams;
import com.stripe.param.TransferReversalCreateParams;
import dev.earshot.adapter.payments.stripe.WhenStripe;
import dev.earshot.adapter.payout.OpenPayout;
import dev.earshot.api.id.EarningsId;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stripe's API, as far as it pays listeners. */
@Component
@WhenStripe
class ConnectGateway {
    /** The key of our own name for a payout in Stripe's metadata. */
    static final String SUBJECT = "payoutId";

    private static final long PAGE = 100;

    private final StripeClient stripe;

    ConnectGateway(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** Opens an Express account from which nothing leaves but what we pay out. */
    Account open(EarningsId earningsId, String country) throws StripeException {
        var requested = AccountCreateParams.Capabilities.builder()
                .setTransfers(AccountCreateParams.Capabilities.Transfers.builder()
                        .setRequested(true)
                        .build())
                .setCardPayments(AccountCreateParams.Capabilities.CardPayments.builder()
                        .setRequested(true)
                        .build())
                .build();
        var manual = AccountCreateParams.Settings.builder()
                .setPayouts(AccountCreateParams.Settings.Payouts.builder()
                        .setSchedule(AccountCreateParams.Settings.Payouts.Schedule.builder()
                                .setInterval(AccountCreateParams.Settings.Payouts.Schedule.Interval.MANUAL)
                                .build())
                        .build())
                .build();
        var params = AccountCreateParams.builder()
                .setType(AccountCreateParams.Type.EXPRESS)
                .setCountry(country)
                .setCapabilities(requested)
                .setSettings(manual)
                .putMetadata("earningsId", earningsId.value())
                .build();
        return stripe.v1().accounts().create(params, key("acct:" + earningsId.value() + ":" + country));
    }

    URI onboarding(String account, String returnUrl, String refreshUrl) throws StripeException {
        var params = AccountLinkCreateParams.builder()
                .setAccount(account)
                .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                .setReturnUrl(returnUrl)
                .setRefreshUrl(refreshUrl)
                .build();
        return URI.create(stripe.v1().accountLinks().create(params).getUrl());
    }

    Account account(String account) throws StripeException {
        return stripe.v1().accounts().retrieve(account);
    }

    /** Moves the money to the listener's account at Stripe, or repeats what was answered when it was moved. */
    Transfer transfer(OpenPayout payout) throws StripeException {
        var params = TransferCreateParams.builder()
                .setAmount(payout.amount().minor())
                .setCurrency(currency(payout))
                .setDestination(payout.account())
                .setTransferGroup(payout.id().value())
                .putMetadata(SUBJECT, payout.id().value())
                .build();
        return stripe.v1()
                .transfers()
                .create(params, key("payout:" + payout.id().value() + ":transfer"));
    }

    Transfer transfer(String transfer) throws StripeException {
        return stripe.v1().transfers().retrieve(transfer);
    }

    /** The transfer of this payout, should there be one. */
    Optional<Transfer> transferOf(OpenPayout payout) throws StripeException {
        var params = TransferListParams.builder()
                .setTransferGroup(payout.id().value())
                .setDestination(payout.account())
                .build();
        return stripe.v1().transfers().list(params).getData().stream().findFirst();
    }

    /** Brings the money back to us. */
    void reverse(OpenPayout payout, String transfer) throws StripeException {
        var params = TransferReversalCreateParams.builder()
                .setAmount(payout.amount().minor())
                .putMetadata(SUBJECT, payout.id().value())
                .build();
        stripe.v1()
                .transfers()
                .reversals()
                .create(transfer, params, key("payout:" + payout.id().value() + ":reversal"));
    }

    /** What the listener's account at Stripe can pay out in the payout's currency, minor units. */
    long balance(OpenPayout payout) throws StripeException {
        return stripe.v1().balance().retrieve(at(payout)).getAvailable().stream()
                .filter(available -> currency(payout).equals(available.getCurrency()))
                .mapToLong(Balance.Available::getAmount)
                .sum();
    }

    /** Sends so much from the listener's account at Stripe to the bank. */
    Payout payOut(OpenPayout payout, long minor) throws StripeException {
        var params = PayoutCreateParams.builder()
                .setAmount(minor)
                .setCurrency(currency(payout))
                .putMetadata(SUBJECT, payout.id().value())
                .build();
        var options = RequestOptions.builder()
                .setStripeAccount(payout.account())
                .setIdempotencyKey("payout:" + payout.id().value() + ":bank:" + minor)
                .build();
        return stripe.v1().payouts().create(params, options);
    }

    Payout payout(OpenPayout payout, String name) throws StripeException {
        return stripe.v1().payouts().retrieve(name, at(payout));
    }

    /** What was sent to the bank for this payout, should anything have been. */
    Optional<Payout> payoutOf(OpenPayout payout) throws StripeException {
        var params = PayoutListParams.builder()
                .setCreated(PayoutListParams.Created.builder()
                        .setGte(payout.askedAt().getEpochSecond())
                        .build())
                .setLimit(PAGE)
                .build();
        return stripe.v1().payouts().list(params, at(payout)).getData().stream()
                .filter(sent -> sent.getMetadata() != null
                        && payout.id().value().equals(sent.getMetadata().get(SUBJECT)))
                .findFirst();
    }

    private static String currency(OpenPayout payout) {
        return payout.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    private static RequestOptions at(OpenPayout payout) {
        return RequestOptions.builder().setStripeAccount(payout.account()).build();
    }

    private static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
