package dev.earshot.command.autotopup;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.autotopup.AutoTopUpCommand.AskRemains;
import dev.earshot.api.autotopup.AutoTopUpCommand.ConfirmAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.DeclineAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.MeetLowBalance;
import dev.earshot.api.autotopup.AutoTopUpCommand.ResumeAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.SuspendAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.TurnOffAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.TurnOnAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpArmed;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpDeclined;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPaid;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpPutOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpStarted;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpSuspended;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpTurnedOff;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpTurnedOn;
import dev.earshot.api.autotopup.AutoTopUpRefusal;
import dev.earshot.api.autotopup.PutOffReason;
import dev.earshot.api.autotopup.SuspendReason;
import dev.earshot.api.id.AutoTopUpId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.person.Remains;
import dev.earshot.api.refusal.Refused;
import dev.earshot.command.topup.TopUpSettings;
import dev.earshot.platform.payments.DailyCap;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A member's standing wish that their wallet be topped up whenever it gets low.
 *
 * <p>Turned on, it is armed: it waits for the wallet's word, which comes once for each time it is armed. Then one payment
 * is asked for, under a name that follows from its number, and until that is credited or declined there is no other; an
 * unknown outcome keeps the place taken. After a payment it is armed again, after a decline once it has cooled off, after
 * a full day when the next begins. So it goes on by itself as long as it is on, and never faster than its caps allow.
 *
 * <p>Declined several times in a row it is switched off, and so it is when a payment goes back to its payer. Another method ends a cool-off; nothing but time ends a cap.
 */
@Aggregate(type = "AutoTopUp", cache = "autoTopUpCache", snapshotTriggerDefinition = "autoTopUpSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class AutoTopUp {
    @AggregateIdentifier
    private AutoTopUpId id;

    private Money threshold;
    private Money amount;
    private String method;
    private boolean on;
    private boolean armed;
    private TopUpId inFlight; // Absent while no payment is under way.
    private Instant putOffUntil; // Absent while nothing is put off.
    private Instant coolsOffUntil = Instant.EPOCH;
    private int declinedInARow;
    private long started;
    private Asked asked = Asked.nothing();

    AutoTopUp() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TurnOnAutoTopUp command, AutoTopUpSettings settings, TopUpSettings limits, DailyCap cap)
            throws Refused {
        if (!command.threshold().currency().equals(command.amount().currency())) {
            throw AutoTopUpRefusal.AUTO_TOP_UP_CURRENCY_MISMATCH.at(
                    "threshold", "must be in the currency of the amount");
        }
        settings.refuseUnlessAllowed(command.threshold());
        limits.refuseUnlessAllowed(command.amount());
        if (!Asked.nothing().leavesRoomFor(command.amount().minor(), cap.in(currencyOf(command)), command.at())) {
            throw AutoTopUpRefusal.AUTO_TOP_UP_ABOVE_DAILY_CAP.at(
                    "amount", "must not be more than may be asked for in a day");
        }
        if (!on || !isAsWished(command)) {
            apply(new AutoTopUpTurnedOn(
                    command.autoTopUpId(), command.threshold(), command.amount(), command.method(), command.at()));
            goOn(command.at());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TurnOffAutoTopUp command) {
        if (on) {
            apply(new AutoTopUpTurnedOff(id, command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SuspendAutoTopUp command) {
        if (on) {
            apply(new AutoTopUpSuspended(id, command.reason(), command.at()));
        }
    }

    @CommandHandler
    void handle(MeetLowBalance command, DailyCap cap) {
        if (!armed || command.left().minor() >= threshold.minor()) {
            return; // Told twice, or of a threshold that was changed meanwhile.
        }
        if (asked.leavesRoomFor(amount.minor(), cap.in(amount.currency()), command.at())) {
            apply(new AutoTopUpStarted(id, TopUpId.of(id, started + 1), amount, method, command.at()));
        } else {
            apply(new AutoTopUpPutOff(id, PutOffReason.DAILY_CAP, Asked.nextDay(command.at()), command.at()));
        }
    }

    @CommandHandler
    void handle(ConfirmAutoTopUp command) {
        if (command.topUpId().equals(inFlight)) {
            apply(new AutoTopUpPaid(id, inFlight, command.at()));
            goOn(command.at());
        }
    }

    @CommandHandler
    void handle(DeclineAutoTopUp command, AutoTopUpSettings settings) {
        if (!command.topUpId().equals(inFlight)) {
            return;
        }
        apply(new AutoTopUpDeclined(id, inFlight, command.at().plus(settings.coolOff()), command.at()));
        if (on && declinedInARow >= settings.declinesUntilSuspended()) {
            apply(new AutoTopUpSuspended(id, SuspendReason.DECLINED_REPEATEDLY, command.at()));
        }
        goOn(command.at());
    }

    @CommandHandler
    void handle(ResumeAutoTopUp command) {
        if (putOffUntil != null && !command.at().isBefore(putOffUntil)) {
            goOn(command.at());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Remains handle(AskRemains command) {
        return new Remains(false, false, inFlight != null, List.of(), false);
    }

    private void goOn(Instant at) {
        if (!on || inFlight != null) {
            return;
        }
        if (at.isBefore(coolsOffUntil)) {
            apply(new AutoTopUpPutOff(id, PutOffReason.COOLING_OFF, coolsOffUntil, at));
        } else {
            apply(new AutoTopUpArmed(id, threshold, at));
        }
    }

    private boolean isAsWished(TurnOnAutoTopUp command) {
        return command.threshold().equals(threshold)
                && command.amount().equals(amount)
                && command.method().equals(method);
    }

    private static Currency currencyOf(TurnOnAutoTopUp command) {
        return command.amount().currency();
    }

    @EventSourcingHandler
    void on(AutoTopUpTurnedOn event) {
        id = event.autoTopUpId();
        on = true;
        coolsOffUntil = event.method().equals(method) ? coolsOffUntil : Instant.EPOCH;
        threshold = event.threshold();
        amount = event.amount();
        method = event.method();
        declinedInARow = 0;
    }

    @EventSourcingHandler
    void on(AutoTopUpArmed event) {
        armed = true;
        putOffUntil = null;
    }

    @EventSourcingHandler
    void on(AutoTopUpPutOff event) {
        armed = false;
        putOffUntil = event.until();
    }

    @EventSourcingHandler
    void on(AutoTopUpStarted event) {
        armed = false;
        inFlight = event.topUpId();
        started++;
        asked = asked.plus(event.amount().minor(), event.at());
    }

    @EventSourcingHandler
    void on(AutoTopUpPaid event) {
        inFlight = null;
        declinedInARow = 0;
        coolsOffUntil = Instant.EPOCH;
    }

    @EventSourcingHandler
    void on(AutoTopUpDeclined event) {
        inFlight = null;
        declinedInARow++;
        coolsOffUntil = event.coolsOffUntil();
    }

    @EventSourcingHandler
    void on(AutoTopUpTurnedOff event) {
        turnOff();
    }

    @EventSourcingHandler
    void on(AutoTopUpSuspended event) {
        turnOff();
    }

    private void turnOff() {
        on = false;
        armed = false;
        putOffUntil = null;
    }
}
