package dev.earshot.query.person;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.WalletId;
import dev.earshot.platform.erasure.OtherNames;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Our names of a person's payments, cards and payouts, and what stores call what they bought there. */
@Component
class NamesInViews implements OtherNames {
    private final JdbcTemplate jdbc;

    NamesInViews(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> of(AccountId person) {
        return new HashSet<>(jdbc.queryForList(
                """
                SELECT top_up_id FROM top_up_view WHERE wallet_id = ?
                UNION ALL SELECT card_id FROM card_view WHERE cardholder_id = ?
                UNION ALL SELECT card_payment_id FROM card_payment_view WHERE member_id = ?
                UNION ALL SELECT payout_id FROM payout_view WHERE listener_id = ?
                UNION ALL SELECT reference FROM purchase_view WHERE account_id = ? AND reference <> ''
                """,
                String.class,
                WalletId.of(person).value(),
                CardholderId.of(person).value(),
                person.value(),
                ListenerId.of(person).value(),
                person.value()));
    }
}
