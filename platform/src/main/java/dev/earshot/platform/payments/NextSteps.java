package dev.earshot.platform.payments;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the payer's client has to do next for a payment: which provider it is for and what the provider's own client
 * library wants to be given. It opens the payment to whoever holds it, so it stays outside the log and is for the payer
 * alone.
 */
@Component
public class NextSteps {
    private final JdbcClient jdbc;

    NextSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the next step of this payment, named by our own id for it. */
    public void put(String payment, Map<String, String> fields) {
        fields.forEach((field, content) -> jdbc.sql("""
                        INSERT INTO payment_next_step (payment, field, content) VALUES (:payment, :field, :content)
                        ON CONFLICT (payment, field) DO UPDATE SET content = excluded.content
                        """)
                .param("payment", payment)
                .param("field", field)
                .param("content", content)
                .update());
    }

    /** The next step, empty if there is none. */
    public Map<String, String> of(String payment) {
        Map<String, String> fields = new TreeMap<>();
        jdbc.sql("SELECT field, content FROM payment_next_step WHERE payment = :payment")
                .param("payment", payment)
                .query(row -> {
                    fields.put(row.getString("field"), row.getString("content"));
                });
        return fields;
    }

    /** Nothing is left to do. */
    public void remove(String payment) {
        jdbc.sql("DELETE FROM payment_next_step WHERE payment = :payment")
                .param("payment", payment)
                .update();
    }
}
