package dev.earshot.platform.erasure;

import dev.earshot.api.id.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers that were kept for the person's repeated requests. */
@Component
class AnswersForgotten implements ErasureStep {
    private final JdbcClient jdbc;

    AnswersForgotten(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public void erase(AccountId person) {
        jdbc.sql("DELETE FROM idempotency WHERE account_id = ?")
                .param(person.value())
                .update();
    }
}
