package dev.earshot.command.purchase;

import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.purchase.PurchaseCommand.GiveUpPurchase;
import dev.earshot.api.purchase.PurchaseRefusal;
import dev.earshot.command.purchase.WaitingRows.Match;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks for buyers of what waits, and for what has waited too long. What fails is looked at again in the next round. */
@Component
class PurchaseRounds {
    private static final Logger LOG = LoggerFactory.getLogger(PurchaseRounds.class);

    private final WaitingRows rows;
    private final Claims claims;
    private final CommandGateway commands;
    private final Clock clock;

    PurchaseRounds(WaitingRows rows, Claims claims, CommandGateway commands, Clock clock) {
        this.rows = rows;
        this.claims = claims;
        this.commands = commands;
        this.clock = clock;
    }

    void round() {
        for (Match match : rows.overlooked()) {
            quietly(
                    match.purchaseId(),
                    () -> claims.claim(match)
                            .filter(PurchaseRefusal.class::isInstance)
                            .ifPresent(refusal -> rows.close(match.purchaseId())));
        }
        for (PurchaseId purchase : rows.dueAt(clock.instant())) {
            quietly(purchase, () -> {
                commands.sendAndWait(new GiveUpPurchase(purchase, clock.instant()));
                rows.givenUp(purchase);
            });
        }
    }

    private static void quietly(PurchaseId purchase, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("purchase", purchase).setCause(e).log("A purchase is looked at again later");
        }
    }
}
