package dev.earshot.adapter.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CardholderId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What providers have told of somebody goes with them, and nobody else's. */
class BodiesForgottenTest extends HookTest {
    private final AccountId ann = new AccountId(fresh("acc_"));
    private final String customer = fresh("cus.");

    @Autowired
    BodiesForgotten step;

    @Test
    void bodies_that_name_the_account_or_what_a_provider_calls_it_go_and_others_stay() {
        known();
        long byAccount = told("PROCESSED", "{\"client\": \"%s\", \"email\": \"ann@example.com\"}".formatted(ann));
        long byCustomer = told("IGNORED", "{\"customer\": \"%s\", \"email\": \"ann@example.com\"}".formatted(customer));
        long ofAnother = told("PROCESSED", "{\"customer\": \"%s\"}".formatted(customer.replace('.', '_')));

        step.erase(ann);
        step.erase(ann);

        assertThat(hasBody(byAccount)).isFalse();
        assertThat(hasBody(byCustomer)).isFalse();
        assertThat(hasBody(ofAnother)).isTrue();
        assertThat(jdbc.sql("SELECT count(*) FROM provider_customer WHERE customer = ?")
                        .param(customer)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_is_not_done_with_yet_is_waited_for() {
        known();
        long dead = told("DEAD", "{\"customer\": \"%s\"}".formatted(customer));

        assertThatThrownBy(() -> step.erase(ann)).hasMessageContaining("1 hooks");
        assertThat(hasBody(dead)).isTrue();

        jdbc.sql("UPDATE hook_event SET status = 'PROCESSED' WHERE id = ?")
                .param(dead)
                .update();
        step.erase(ann);
        assertThat(hasBody(dead)).isFalse();
    }

    private void known() {
        jdbc.sql("INSERT INTO provider_customer (cardholder_id, provider, customer) VALUES (?, 'stripe', ?)")
                .params(CardholderId.of(ann).value(), customer)
                .update();
    }

    private long told(String status, String body) {
        return jdbc.sql("""
                        INSERT INTO hook_event
                            (provider, event_id, type, received_at, body, meaning, status, next_try_at)
                        VALUES ('stripe', ?, 'told', now(), ?, ''::bytea, ?, 'epoch') RETURNING id
                        """)
                .params(fresh("evt_"), body.getBytes(StandardCharsets.UTF_8), status)
                .query(Long.class)
                .single();
    }

    private boolean hasBody(long id) {
        return jdbc.sql("SELECT body IS NOT NULL FROM hook_event WHERE id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
