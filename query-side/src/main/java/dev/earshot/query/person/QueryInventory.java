package dev.earshot.query.person;

import static dev.earshot.platform.inventory.Holding.shown;
import static dev.earshot.platform.inventory.Holding.told;
import static dev.earshot.platform.inventory.Holding.withheld;

import dev.earshot.platform.inventory.Inventory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of the views. */
@Configuration(proxyBeanMethods = false)
class QueryInventory {
    private static final String MY_CALLS =
            "(SELECT call_id FROM call_view WHERE member_id = :account OR listener_id = :listener)";

    /** The stars, which the views only add up. */
    private static final String RATED_CALLS = """
            SELECT (to_jsonb(held) || jsonb_build_object('stars', (
                SELECT convert_from(payload, 'UTF8')::jsonb -> 'stars' FROM domain_event
                WHERE aggregate_id = held.call_id AND payload_type LIKE '%.CallEvent$CallRated' LIMIT 1)))::text
            FROM call_view held WHERE member_id = :account OR listener_id = :listener
            ORDER BY requested""";

    private static final String LEDGER_LINES = """
            SELECT jsonb_build_object('position', position, 'at', at, 'account', code, 'currency', currency,
                'amount', amount, 'balance', held.balance)::text
            FROM ledger_line held JOIN ledger_account owned ON owned.id = held.account
            WHERE owner IN (:account, :listener) ORDER BY position""";

    @Bean
    Inventory inventoryOfAudit() {
        return Inventory.of(
                withheld("audit_block", "hashes"),
                withheld("audit_checkpoint", "hashes"),
                withheld("audit_archived", "nothing on anybody"),
                shown("log_verification", "asked_by = :account"));
    }

    @Bean
    Inventory inventoryOfLab() {
        return Inventory.of(
                withheld("lab_tape", "repeats what the facts tell, by numbers"),
                withheld("lab_open_call", "repeats what the facts tell, by numbers"),
                withheld("lab_word", "ids and terms of calls"),
                withheld("lab_end", "nothing on anybody"));
    }

    @Bean
    Inventory inventoryOfPrices() {
        return Inventory.of(
                withheld("price_fact", "what was decided about prices, by ids of staff"),
                shown("simulation_view", "asked_by = :account"),
                withheld("simulation_run", "repeats what the facts tell, by ids"),
                withheld("shadow_plan", "what was decided about prices, by ids of staff"),
                withheld("shadow_call", "calls under way, once more; the calls themselves are exported"),
                withheld("shadow_total", "sums of everybody"));
    }

    @Bean
    Inventory inventoryOfLedger() {
        return Inventory.of(
                shown("ledger_account", "owner IN (:account, :listener)"),
                told("ledger_line", LEDGER_LINES),
                withheld("ledger_fact", "nothing on anybody"),
                withheld("ledger_block", "sums of everybody"),
                withheld("ledger_block_total", "sums of everybody"),
                withheld("ledger_memory", "ids of what is still going on"));
    }

    @Bean
    Inventory inventoryOfReconciliation() {
        String byPayment = "known by the payment alone; the payment itself is exported";
        return Inventory.of(
                withheld("provider_movement", byPayment),
                withheld("provider_payment", byPayment),
                withheld("call_talk", "seconds of calls, which are exported themselves"),
                withheld("report", "who brought which file, by id"),
                withheld("report_line", byPayment),
                withheld("talk_round", "nothing on anybody"),
                withheld("break_view", byPayment));
    }

    @Bean
    Inventory inventoryOfQuerySide() {
        return Inventory.of(
                told("call_view", RATED_CALLS),
                shown("explain_line", "call_id IN " + MY_CALLS),
                withheld("explain_price", "nothing on anybody"),
                shown("account_plan", "account_id = :account"),
                shown("favourite", "account_id = :account"),
                shown("member_block", "listener_id = :listener"),
                shown("wallet_view", "wallet_id = :wallet"),
                shown("wallet_hold", "wallet_id = :wallet"),
                shown("wallet_entry", "wallet_id = :wallet"),
                shown("top_up_view", "wallet_id = :wallet"),
                shown("auto_top_up_view", "wallet_id = :wallet"),
                shown("membership_view", "membership_id = :membership"),
                shown("card_view", "cardholder_id = :cardholder"),
                shown("card_payment_view", "member_id = :account OR listener_id = :listener"),
                shown("purchase_view", "account_id = :account"),
                shown("listener_view", "listener_id = :listener"),
                shown("earnings_view", "listener_id = :listener"),
                shown("earnings_entry", "listener_id = :listener"),
                shown("payout_view", "listener_id = :listener"),
                shown("payee_view", "listener_id = :listener"),
                shown("stream_fact", "account_id = :account"),
                withheld("stream_swept", "nothing on anybody"),
                withheld("sealed_text", "sealed; what is in it is exported in clear as texts"));
    }
}
