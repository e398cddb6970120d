package dev.earshot.adapter.payments;

import dev.earshot.api.id.CardPaymentId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What providers call the payments that cards were charged with. */
@Component
public class CardPaymentNames {
    private final JdbcClient jdbc;

    CardPaymentNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes the name; nothing changes when it is known. */
    public void keep(CardPaymentId id, String provider, String payment) {
        jdbc.sql("""
                        INSERT INTO card_payment_name (provider, payment, card_payment_id)
                        VALUES (:provider, :payment, :id)
                        ON CONFLICT DO NOTHING
                        """)
                .param("provider", provider)
                .param("payment", payment)
                .param("id", id.value())
                .update();
    }

    /** Our own name for what this provider calls so; empty for what no card was charged with here. */
    public Optional<CardPaymentId> find(String provider, String payment) {
        return jdbc.sql("SELECT card_payment_id FROM card_payment_name"
                        + " WHERE provider = :provider AND payment = :payment")
                .param("provider", provider)
                .param("payment", payment)
                .query(String.class)
                .optional()
                .map(CardPaymentId::new);
    }

    /** Who has charged the card. */
    public Optional<String> providerOf(CardPaymentId id) {
        return jdbc.sql("SELECT provider FROM card_payment_name WHERE card_payment_id = :id LIMIT 1")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }
}
