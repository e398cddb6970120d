package dev.earshot.adapter.person;

import static dev.earshot.platform.inventory.Holding.shown;
import static dev.earshot.platform.inventory.Holding.withheld;

import dev.earshot.platform.inventory.Inventory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables beside the providers. */
@Configuration(proxyBeanMethods = false)
class AdapterInventory {
    private static final String BY_PAYMENT = "known by the payment alone; the payment itself is exported";
    private static final String IMITATION = "the imitated provider's own; never a real person's";

    @Bean
    Inventory inventoryOfAdapters() {
        return Inventory.of(
                withheld("hook_event", "what providers told, as they told it, for a limited time; ask them for theirs"),
                withheld("hook_pull", "nothing on anybody"),
                withheld("open_top_up", BY_PAYMENT),
                withheld("open_refund", BY_PAYMENT),
                withheld("card_payment_name", BY_PAYMENT),
                withheld("open_card_operation", "what a provider is being asked this moment"),
                withheld("provider_card", "what a provider calls a card; the card itself is exported"),
                shown("provider_customer", "cardholder_id = :cardholder"),
                shown("open_payout", "earnings_id = :earnings"),
                shown("open_payee", "earnings_id = :earnings"),
                withheld("loopback_room", "ids of a running call"),
                withheld("loopback_seat", "ids of a running call"),
                withheld("sandbox_charge", IMITATION),
                withheld("sandbox_card_hold", IMITATION),
                withheld("sandbox_payout", IMITATION),
                withheld("sandbox_event", IMITATION),
                withheld("sandbox_line", IMITATION));
    }
}
