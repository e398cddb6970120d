package dev.earshot.command.person;

import static dev.earshot.platform.inventory.Holding.shown;

import dev.earshot.platform.inventory.Inventory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of the deciding side. */
@Configuration(proxyBeanMethods = false)
class CommandInventory {
    @Bean
    Inventory inventoryOfCommandSide() {
        return Inventory.of(
                shown("presence_lease", "subject = :presence OR holder IN (:presence, :account)"),
                shown("call_lease", "holder = :account"),
                shown("waiting_purchase", "claimed_by = :account", "customer", "email"),
                shown("purchase_claimant", "account_id = :account", "name"),
                shown("open_payment", "wallet_id = :wallet"));
    }
}
