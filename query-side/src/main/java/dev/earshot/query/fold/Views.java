package dev.earshot.query.fold;

import dev.earshot.platform.axon.PacedProcessor;
import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The processors of the stored views. Each has one segment: its rows are folded from several aggregates' events, in order. */
@Component
public class Views {
    /** Their names, which are their processing groups. */
    public static final List<String> NAMES = List.of(
            "account-view",
            "call-view",
            "earnings-view",
            "explain-view",
            "lab-view",
            "ledger-view",
            "listener-view",
            "membership-view",
            "price-view",
            "purchase-view",
            "reconciliation-view",
            "shadow-view",
            "simulation-view",
            "stream-view",
            "wallet-view");

    @Bean
    ConfigurerModule viewProcessors(ViewSettings settings) {
        return configurer -> NAMES.forEach(view -> PacedProcessor.catchingUp(view, settings.batch(), settings.pace())
                .configureModule(configurer));
    }
}
