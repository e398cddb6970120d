package dev.earshot.adapter.payments.stripe.card;

import com.stripe.exception.StripeException;
import dev.earshot.adapter.payments.stripe.WhenStripe;
import dev.earshot.api.id.CardholderId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What Stripe calls the members whose cards it keeps. It is told nothing of them but our own id. */
@Component
@WhenStripe
class StripeCustomers {
    private static final String PROVIDER = "stripe";

    private final JdbcClient jdbc;
    private final CardGateway stripe;

    StripeCustomers(JdbcClient jdbc, CardGateway stripe) {
        this.jdbc = jdbc;
        this.stripe = stripe;
    }

    /** Stripe's name for this member, who is made known there first if need be. */
    String of(CardholderId cardholderId) throws StripeException {
        Optional<String> known = find(cardholderId);
        return known.isPresent() ? known.get() : keep(cardholderId, stripe.customer(cardholderId));
    }

    /** Whoever was first has named the member, should two have asked at once. */
    private String keep(CardholderId cardholderId, String customer) {
        jdbc.sql("""
                        INSERT INTO provider_customer (cardholder_id, provider, customer)
                        VALUES (:cardholder, :provider, :customer)
                        ON CONFLICT DO NOTHING
                        """)
                .param("cardholder", cardholderId.value())
                .param("provider", PROVIDER)
                .param("customer", customer)
                .update();
        return find(cardholderId).orElseThrow();
    }

    private Optional<String> find(CardholderId cardholderId) {
        return jdbc.sql("SELECT customer FROM provider_customer"
                        + " WHERE cardholder_id = :cardholder AND provider = :provider")
                .param("cardholder", cardholderId.value())
                .param("provider", PROVIDER)
                .query(String.class)
                .optional();
    }
}
