package dev.earshot.query.person;

import dev.earshot.api.id.AccountId;
import dev.earshot.platform.erasure.ErasureStep;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was told to the person while they were away. What a view that lags behind adds is swept within a day. */
@Component
class NewsForgotten implements ErasureStep {
    private final JdbcTemplate jdbc;

    NewsForgotten(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "news";
    }

    @Override
    public void erase(AccountId person) {
        jdbc.update("DELETE FROM stream_fact WHERE account_id = ?", person.value());
    }
}
