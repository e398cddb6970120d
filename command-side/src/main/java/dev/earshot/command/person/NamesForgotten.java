package dev.earshot.command.person;

import dev.earshot.api.id.AccountId;
import dev.earshot.platform.erasure.ErasureStep;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hashes of the names that the person has proved to bear, by which purchases would find the account. */
record NamesForgotten(JdbcClient jdbc) implements ErasureStep {
    @Override
    public String name() {
        return "names";
    }

    @Override
    public void erase(AccountId person) {
        jdbc.sql("DELETE FROM purchase_claimant WHERE account_id = ?")
                .param(person.value())
                .update();
    }
}
