package dev.earshot.command.purchase;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.WalletId;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Which accounts can be given anything. A wallet that is open stays open, so the answer yes is good for ever. */
@Component
class OpenWallets {
    private final EventStore log;

    OpenWallets(EventStore log) {
        this.log = log;
    }

    boolean has(AccountId account) {
        return log.lastSequenceNumberFor(WalletId.of(account).value()).isPresent();
    }
}
