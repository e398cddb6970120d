package dev.earshot.command.purchase;

import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.purchase.PurchaseCommand.GiveUpPurchase;
import dev.earshot.api.purchase.PurchaseRefusal;
import dev.earshot.api.purchase.StoreSubscriptionCommand.GiveUpStoreSubscription;
import dev.earshot.api.refusal.RefusalCode;
import dev.earshot.command.purchase.WaitingRows.Due;
import dev.earshot.command.purchase.WaitingRows.Match;
import java.time.Clock;
import java.time.Instant;
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
        for (Match match : rows.overlooked(clock.instant())) {
            quietly(
                    match.purchaseId(),
                    () -> claims.claim(match)
                            .filter(PurchaseRounds::isFinal)
                            .ifPresent(refusal -> rows.close(match.purchaseId())));
        }
        for (Due due : rows.dueAt(clock.instant())) {
            quietly(due.purchaseId(), () -> {
                commands.sendAndWait(giveUp(due, clock.instant()));
                rows.givenUp(due.purchaseId());
            });
        }
    }

    private static Object giveUp(Due due, Instant now) {
        return due.isSubscription()
                ? new GiveUpStoreSubscription(due.purchaseId(), now)
                : new GiveUpPurchase(due.purchaseId(), now);
    }

    /** What may be claimed later keeps waiting. */
    private static boolean isFinal(RefusalCode refusal) {
        return refusal instanceof PurchaseRefusal why && !why.mayPass();
    }

    private static void quietly(PurchaseId purchase, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("purchase", purchase).setCause(e).log("A purchase is looked at again later");
        }
    }
}
