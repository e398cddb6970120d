package dev.earshot.adapter.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import dev.earshot.adapter.payments.OpenTopUp;
import dev.earshot.adapter.refund.OpenRefund;
import dev.earshot.api.card.RefundBearer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stripe's API, as far as it takes money. */
@Component
@WhenStripe
class StripeGateway {
    /** The key of our own name for a payment in Stripe's metadata. */
    static final String SUBJECT = "topUpId";

    /** The key of our own name for a refund. */
    static final String REFUND = "refundId";

    private static final String SAVED_METHOD = "pm_";
    private static final long PAGE = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final StripeClient stripe;

    StripeGateway(StripeSettings settings) {
        settings.checkComplete();
        this.stripe = StripeAccess.client(settings);
    }

    /** Begins a payment, or repeats what was answered when it was begun. A named card is charged, else the client confirms. */
    PaymentIntent begin(OpenTopUp topUp) throws StripeException {
        var params = PaymentIntentCreateParams.builder()
                .setAmount(topUp.amount().minor())
                .setCurrency(topUp.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                .addPaymentMethodType("card")
                .putMetadata(SUBJECT, topUp.id().value());
        if (topUp.method().startsWith(SAVED_METHOD)) {
            params.setPaymentMethod(topUp.method()).setConfirm(true);
        }
        var options = RequestOptions.builder()
                .setIdempotencyKey("topup:" + topUp.id().value())
                .build();
        return stripe.v1().paymentIntents().create(params.build(), options);
    }

    /**
     * Gives money back, or repeats what was answered when it was asked for. What the listener bears is fetched from their
     * account, and they get the fee back that they had paid of it; without this Stripe takes all of it from the platform.
     */
    Refund refund(OpenRefund refund) throws StripeException {
        var params = RefundCreateParams.builder()
                .setPaymentIntent(refund.payment())
                .setAmount(refund.amount().minor())
                .setReason(StripeMapping.reason(refund.reason()))
                .putMetadata(SUBJECT, refund.subject())
                .putMetadata(REFUND, refund.id().value());
        if (refund.bearer() == RefundBearer.LISTENER) {
            params.setReverseTransfer(true).setRefundApplicationFee(true);
        }
        var options = RequestOptions.builder()
                .setIdempotencyKey("refund:" + refund.id().value())
                .build();
        return stripe.v1().refunds().create(params.build(), options);
    }

    /** Finds a refund by our own name for it, among those of its payment. */
    Optional<Refund> find(OpenRefund refund) throws StripeException {
        var params = RefundListParams.builder()
                .setPaymentIntent(refund.payment())
                .setLimit(PAGE)
                .build();
        return stripe.v1().refunds().list(params).getData().stream()
                .filter(made -> refund.id().value().equals(made.getMetadata().get(REFUND)))
                .findFirst();
    }

    PaymentIntent read(String reference) throws StripeException {
        return stripe.v1().paymentIntents().retrieve(reference);
    }

    /** Looks a payment up by our name for it. Stripe's index lags by about a minute. */
    Optional<PaymentIntent> search(OpenTopUp topUp) throws StripeException {
        var params = PaymentIntentSearchParams.builder()
                .setQuery("metadata['" + SUBJECT + "']:'" + topUp.id().value() + "'")
                .build();
        return stripe.v1().paymentIntents().search(params).getData().stream().findFirst();
    }

    /** Stripe's events since then, the newest first, each as Stripe wrote it. It keeps them for 30 days. */
    List<JsonNode> eventsSince(Instant moment) throws StripeException {
        List<JsonNode> events = new ArrayList<>();
        JsonNode page;
        do {
            var params = EventListParams.builder()
                    .setCreated(EventListParams.Created.builder()
                            .setGte(moment.getEpochSecond())
                            .build())
                    .setLimit(PAGE);
            if (!events.isEmpty()) {
                params.setStartingAfter(events.get(events.size() - 1).path("id").asString());
            }
            page = JSON.readTree(
                    stripe.v1().events().list(params.build()).getLastResponse().body());
            page.path("data").forEach(events::add);
        } while (page.path("has_more").asBoolean(false) && !page.path("data").isEmpty());
        return events;
    }
}
