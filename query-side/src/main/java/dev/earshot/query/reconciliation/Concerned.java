package dev.earshot.query.reconciliation;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.reconciliation.Finding;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom a break is about: who paid or was paid what it is about, and of talk the member. Nobody where our log does not know the
 * payment, or where several people share its name.
 */
@Component
class Concerned {
    private final JdbcClient jdbc;

    Concerned(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AccountId> by(Finding finding) {
        List<String> people = jdbc.sql("""
                        SELECT DISTINCT split_part(owner, '_', 2) FROM (
                            SELECT coalesce(t.wallet_id, c.member_id, u.account_id, o.listener_id) AS owner
                            FROM provider_movement m
                                LEFT JOIN top_up_view t ON t.top_up_id = m.subject
                                LEFT JOIN card_payment_view c ON c.card_payment_id = m.subject
                                LEFT JOIN purchase_view u ON u.purchase_id = m.subject
                                LEFT JOIN payout_view o ON o.payout_id = m.subject
                            WHERE m.movement IN (:movement, 'PAYMENT') AND m.reference = :reference
                            UNION ALL
                            SELECT member_id FROM call_view WHERE :movement = 'TALK' AND call_id = :reference) AS owners
                        WHERE owner IS NOT NULL LIMIT 2
                        """)
                .param("movement", finding.movement().name())
                .param("reference", finding.reference())
                .query(String.class)
                .list();
        return people.size() == 1 ? Optional.of(new AccountId(AccountId.PREFIX + people.get(0))) : Optional.empty();
    }
}
