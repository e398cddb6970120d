package dev.earshot.saga.person;

import static dev.earshot.platform.inventory.Holding.shown;
import static dev.earshot.platform.inventory.Holding.withheld;

import dev.earshot.platform.inventory.Inventory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of promises. */
@Configuration(proxyBeanMethods = false)
class SagaInventory {
    @Bean
    Inventory inventoryOfSagas() {
        return Inventory.of(
                withheld("open_call", "what a call's billing is about to do; the call itself is exported"),
                shown("running_call", "wallet_id = :wallet"),
                shown("unripe_earnings", "earnings_id = :earnings"),
                shown("payout_day", "earnings_id = :earnings"),
                shown("membership_due", "membership_id = :membership"),
                shown("auto_top_up_promise", "auto_top_up_id = :autotopup"));
    }
}
