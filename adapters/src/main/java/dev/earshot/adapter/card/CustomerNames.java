package dev.earshot.adapter.card;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.platform.erasure.OtherNames;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What card providers call a member. */
@Component
class CustomerNames implements OtherNames {
    private final JdbcClient jdbc;

    CustomerNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> of(AccountId person) {
        return new HashSet<>(
                jdbc.sql("SELECT customer FROM provider_customer WHERE cardholder_id = ? AND customer <> ''")
                        .param(CardholderId.of(person).value())
                        .query(String.class)
                        .list());
    }
}
