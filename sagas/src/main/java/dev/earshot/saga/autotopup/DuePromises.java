package dev.earshot.saga.autotopup;

import dev.earshot.api.autotopup.AutoTopUpCommand.ConfirmAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.DeclineAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.ResumeAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpEvent;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpArmed;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPutOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpStarted;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpCommand.AskTopUp;
import dev.earshot.api.topup.TopUpCommand.RequestTopUp;
import dev.earshot.api.topup.TopUpStanding;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.WatchBalance;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says again what should have had a consequence by now. All of it may be said twice; what fails is said once more later. */
@Component
class DuePromises {
    private static final Logger LOG = LoggerFactory.getLogger(DuePromises.class);
    private static final int BATCH = 100;

    private final PromiseRows promises;
    private final CommandGateway commands;
    private final PromiseSettings settings;
    private final Clock clock;

    DuePromises(PromiseRows promises, CommandGateway commands, PromiseSettings settings, Clock clock) {
        this.promises = promises;
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
    }

    void round() {
        int taken;
        do {
            Instant now = clock.instant();
            Instant again = now.plus(settings.askAgain());
            List<AutoTopUpEvent> due = promises.takeDue(now, again, BATCH);
            due.forEach(fact -> quietly(fact, now, again));
            taken = due.size();
        } while (taken == BATCH);
    }

    private void quietly(AutoTopUpEvent fact, Instant now, Instant again) {
        try {
            follow(fact, now, again);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("autoTopUp", fact.autoTopUpId())
                    .setCause(e)
                    .log("What is due stays due");
        }
    }

    private void follow(AutoTopUpEvent fact, Instant now, Instant again) {
        if (fact instanceof AutoTopUpArmed armed) {
            commands.sendAndWait(new WatchBalance(armed.autoTopUpId().walletId(), armed.threshold(), now));
            promises.putBack(armed.autoTopUpId(), again, now.plus(settings.watchAgain()));
        } else if (fact instanceof AutoTopUpStarted started) {
            settle(started, now);
        } else if (fact instanceof AutoTopUpPutOff putOff) {
            commands.sendAndWait(new ResumeAutoTopUp(putOff.autoTopUpId(), now));
        }
    }

    private void settle(AutoTopUpStarted started, Instant now) {
        switch (standing(started)) {
            case OPEN -> {} // Nothing is known yet, so the place stays taken.
            case DECLINED -> commands.sendAndWait(new DeclineAutoTopUp(started.autoTopUpId(), started.topUpId(), now));
            case PAID -> {
                commands.sendAndWait(
                        new CreditTopUp(started.autoTopUpId().walletId(), started.topUpId(), started.amount(), now));
                commands.sendAndWait(new ConfirmAutoTopUp(started.autoTopUpId(), started.topUpId(), now));
            }
        }
    }

    /** A payment that is refused by name, for limits that have changed, will never be asked for. */
    private TopUpStanding standing(AutoTopUpStarted started) {
        try {
            commands.sendAndWait(new RequestTopUp(
                    started.topUpId(),
                    started.autoTopUpId().walletId(),
                    started.amount(),
                    started.method(),
                    started.at()));
        } catch (CommandExecutionException e) {
            if (e.getCause() instanceof Refused) {
                return TopUpStanding.DECLINED;
            }
            throw e;
        }
        return commands.sendAndWait(new AskTopUp(started.topUpId()));
    }
}
