package dev.earshot.platform.inventory;

import static dev.earshot.platform.inventory.Holding.shown;
import static dev.earshot.platform.inventory.Holding.told;
import static dev.earshot.platform.inventory.Holding.withheld;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables that every process has. */
@Configuration(proxyBeanMethods = false)
class PlatformInventory {
    private static final String OWN_STREAMS = """
            SELECT jsonb_build_object('position', global_index, 'type', payload_type, 'at', time_stamp,
                'fact', convert_from(payload, 'UTF8')::jsonb)::text
            FROM domain_event WHERE aggregate_id IN (:account, :listener, :wallet, :cardholder, :earnings, :presence,
                :membership, :autotopup) ORDER BY global_index""";

    @Bean
    Inventory inventoryOfPlatform() {
        return Inventory.of(
                told("domain_event", OWN_STREAMS),
                withheld("aggregate_snapshot", "repeats what the facts tell"),
                withheld("processor_token", "nothing on anybody"),
                withheld("saga", "nothing on anybody beyond ids of what is going on"),
                withheld("saga_association", "nothing on anybody beyond ids of what is going on"),
                withheld("scheduled_tasks", "nothing on anybody beyond ids of what is going on"),
                shown("personal_text", "account_id = :account"),
                shown("person_key", "account_id = :account", "wrapped"),
                shown("erasure", "account_id = :account"),
                shown("erasure_step", "account_id = :account"),
                shown("identity", "account_id = :account", "subject_hash"),
                shown("session", "account_id = :account", "token_hash"),
                shown("idempotency", "account_id = :account", "request_hash", "body"),
                withheld("payment_next_step", "codes for a payment under way, gone when it is settled"));
    }
}
