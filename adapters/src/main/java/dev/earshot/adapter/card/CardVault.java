package dev.earshot.adapter.card;

import dev.earshot.adapter.card.CardReply.ProviderCard;
import dev.earshot.api.id.CardId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What providers call the saved cards. It stays here: neither the log nor any other module knows it. */
@Component
class CardVault {
    private final JdbcClient jdbc;

    CardVault(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(CardId cardId, String provider, ProviderCard card) {
        jdbc.sql("""
                        INSERT INTO provider_card (card_id, provider, customer, method)
                        VALUES (:card, :provider, :customer, :method)
                        ON CONFLICT (card_id) DO UPDATE SET customer = excluded.customer, method = excluded.method
                        """)
                .param("card", cardId.value())
                .param("provider", provider)
                .param("customer", card.customer())
                .param("method", card.method())
                .update();
    }

    /** What this provider calls the card; empty when it does not know it. */
    Optional<ProviderCard> find(CardId cardId, String provider) {
        return jdbc.sql("SELECT customer, method FROM provider_card WHERE card_id = :card AND provider = :provider")
                .param("card", cardId.value())
                .param("provider", provider)
                .query((row, number) -> new ProviderCard(row.getString("customer"), row.getString("method")))
                .optional();
    }

    /** Which of our cards this provider calls so. */
    Optional<CardId> findByMethod(String method, String provider) {
        return jdbc.sql("SELECT card_id FROM provider_card WHERE method = :method AND provider = :provider")
                .param("method", method)
                .param("provider", provider)
                .query((row, number) -> new CardId(row.getString("card_id")))
                .optional();
    }

    void forget(CardId cardId) {
        jdbc.sql("DELETE FROM provider_card WHERE card_id = :card")
                .param("card", cardId.value())
                .update();
    }
}
