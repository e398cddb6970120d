package dev.earshot.adapter.payments.stripe.card;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.SetupIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.SetupIntentRetrieveParams;
import dev.earshot.adapter.card.CardOperation.Authorize;
import dev.earshot.adapter.card.CardOperation.Capture;
import dev.earshot.adapter.card.CardOperation.Save;
import dev.earshot.adapter.card.CardReply.ProviderCard;
import dev.earshot.adapter.payments.stripe.StripeCardEvents;
import dev.earshot.adapter.payments.stripe.WhenStripe;
import dev.earshot.api.id.CardholderId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stripe's API, as far as cards pay calls. */
@Component
@WhenStripe
class CardGateway {
    private static final String CARD_TYPE = "card";
    private static final String CALL = "callId";
    private static final String ATTEMPT = "attempt";
    private static final String CHARGE = "latest_charge";
    private static final String METHOD = "payment_method";
    private static final String LISTED = "data.";
    private static final long PAGE = 100;

    private final StripeClient stripe;

    CardGateway(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** Makes a member known, or repeats what was answered then. */
    String customer(CardholderId cardholderId) throws StripeException {
        var params = CustomerCreateParams.builder()
                .putMetadata("cardholderId", cardholderId.value())
                .build();
        return named(stripe.v1()
                .customers()
                .create(params, key("cust:" + cardholderId.accountId().value()))
                .getId());
    }

    /** Begins to save a card: one that has a name already, or else the one that the member's client will tell. */
    SetupIntent beginSaving(Save wish, String customer) throws StripeException {
        var params = SetupIntentCreateParams.builder()
                .setCustomer(customer)
                .setUsage(SetupIntentCreateParams.Usage.OFF_SESSION)
                .addPaymentMethodType(CARD_TYPE)
                .putMetadata(StripeCardEvents.CARD, wish.cardId().value())
                .addExpand(METHOD);
        if (!wish.method().equals(CARD_TYPE)) {
            params.setPaymentMethod(wish.method()).setConfirm(true);
        }
        return stripe.v1().setupIntents().create(params.build(), key(wish.name()));
    }

    SetupIntent saving(String name) throws StripeException {
        var params = SetupIntentRetrieveParams.builder().addExpand(METHOD).build();
        return stripe.v1().setupIntents().retrieve(name, params);
    }

    void stopSaving(String name) throws StripeException {
        stripe.v1().setupIntents().cancel(name, key(name + ":cancel"));
    }

    void detach(String method) throws StripeException {
        stripe.v1().paymentMethods().detach(method, key("detach:" + method));
    }

    /**
     * Holds the amount for the payee, or repeats what was answered then. Our part is told when it is taken: what is told now
     * would stay the same however little that is.
     */
    PaymentIntent hold(Authorize wish, ProviderCard card) throws StripeException {
        var params = PaymentIntentCreateParams.builder()
                .setAmount(wish.amount().minor())
                .setCurrency(wish.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                .setCustomer(card.customer())
                .setPaymentMethod(card.method())
                .addPaymentMethodType(CARD_TYPE)
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .setConfirm(true)
                .setOffSession(true)
                .setTransferData(PaymentIntentCreateParams.TransferData.builder()
                        .setDestination(wish.payee())
                        .build())
                .putMetadata(StripeCardEvents.PAYMENT, wish.paymentId().value())
                .putMetadata(CALL, wish.callId().value())
                .putMetadata(ATTEMPT, String.valueOf(wish.attempt()))
                .addExpand(CHARGE)
                .build();
        return stripe.v1().paymentIntents().create(params, key(wish.name()));
    }

    /** Finds what was held for this request since then, by our own names for it among all of this member. */
    Optional<PaymentIntent> find(Authorize wish, ProviderCard card, Instant since) throws StripeException {
        var params = PaymentIntentListParams.builder()
                .setCustomer(card.customer())
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(since.getEpochSecond())
                        .build())
                .setLimit(PAGE)
                .addExpand(LISTED + CHARGE)
                .build();
        for (PaymentIntent intent : stripe.v1().paymentIntents().list(params).autoPagingIterable()) {
            var names = intent.getMetadata();
            if (names != null
                    && wish.paymentId().value().equals(names.get(StripeCardEvents.PAYMENT))
                    && String.valueOf(wish.attempt()).equals(names.get(ATTEMPT))) {
                return Optional.of(intent);
            }
        }
        return Optional.empty();
    }

    PaymentIntent read(String name) throws StripeException {
        var params = PaymentIntentRetrieveParams.builder().addExpand(CHARGE).build();
        return stripe.v1().paymentIntents().retrieve(name, params);
    }

    /** Takes this much of what is held. Stripe takes of one intent once, whatever the key. */
    PaymentIntent take(Capture wish, String key) throws StripeException {
        var params = PaymentIntentCaptureParams.builder()
                .setAmountToCapture(wish.amount().minor())
                .setApplicationFeeAmount(wish.fee().minor())
                .build();
        return stripe.v1().paymentIntents().capture(wish.reference(), params, key(key));
    }

    PaymentIntent letGo(String name, String key) throws StripeException {
        var params = PaymentIntentCancelParams.builder()
                .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
                .build();
        return stripe.v1().paymentIntents().cancel(name, params, key(key));
    }

    private static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private static String named(String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalStateException("no name");
        }
        return name;
    }
}
