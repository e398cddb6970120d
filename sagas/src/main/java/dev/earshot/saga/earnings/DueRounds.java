package dev.earshot.saga.earnings;

import dev.earshot.api.earnings.EarningsCommand.MatureEarnings;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.payout.PayoutCommand.RequestFullPayout;
import dev.earshot.api.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks for what has become due. What fails stays due and is asked for again in the next round. */
@Component
class DueRounds {
    private static final Logger LOG = LoggerFactory.getLogger(DueRounds.class);

    private final CalendarRows rows;
    private final CommandGateway commands;
    private final CalendarSettings settings;
    private final Clock clock;

    DueRounds(CalendarRows rows, CommandGateway commands, CalendarSettings settings, Clock clock) {
        this.rows = rows;
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
    }

    void round() {
        Instant now = clock.instant();
        for (EarningsId earningsId : rows.unripeSince(now.minus(settings.holding()))) {
            quietly(earningsId, () -> {
                ask(new MatureEarnings(earningsId, now));
                // No fact tells that nothing was ripe: what a payment had brought directly is not pending any more.
                rows.matured(earningsId, now.minus(settings.holding()));
            });
        }
        if (settings.payEvery().isZero()) {
            return;
        }
        for (PayoutDay day : rows.dueAt(now)) {
            quietly(day.earningsId(), () -> {
                ask(new RequestFullPayout(day.earningsId(), day.payoutId(), now));
                rows.move(day, day.nextAfter(now, settings.payEvery()));
            });
        }
    }

    /** A refusal by name is an answer: too little to pay out today is no failure. */
    private void ask(Object command) {
        try {
            commands.sendAndWait(command);
        } catch (CommandExecutionException e) {
            if (!(e.getCause() instanceof Refused)) {
                throw e;
            }
        }
    }

    private static void quietly(EarningsId earningsId, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("earnings", earningsId).setCause(e).log("What is due stays due");
        }
    }
}
