package dev.earshot.saga.billing;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallExtended;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.CallEvent.CardChosen;
import dev.earshot.api.call.PromiseOverdue;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.meter.MeterEvent.GrantRunningLow;
import dev.earshot.api.presence.PresenceEvent.EngagementDeclined;
import dev.earshot.api.presence.PresenceEvent.ListenerDisengaged;
import dev.earshot.api.presence.PresenceEvent.ListenerEngaged;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.saga.BillingSettings;
import dev.earshot.saga.CallPromiseSettings;
import dev.earshot.saga.CardBillingSettings;
import dev.earshot.saga.open.CallProcess;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Saga;

/** Receives the facts of one call and follows what {@link CallBilling} makes of them. */
@Saga(sagaStore = "callProcesses")
@ProcessingGroup("call-billing")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public class CallBillingSaga implements CallProcess {
    private static final String CALL = "callId";

    private CallBilling billing;
    private Instant wakeAt;

    @StartSaga
    @SagaEventHandler(associationProperty = CALL)
    void on(
            CallRequested fact,
            BillingSettings settings,
            CallPromiseSettings call,
            CardBillingSettings card,
            Asking asking) {
        if (billing == null) {
            Rules rules = Rules.of(settings, call);
            follow(CallBilling.requested(fact, rules, CardRules.of(card), asking.now()), asking);
        }
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(HoldPlaced fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(HoldDeclined fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(HoldExtended fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(HoldExtensionDeclined fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(HoldCaptured fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(HoldReleased fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(ListenerEngaged fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(EngagementDeclined fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(ListenerDisengaged fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(CallAdmitted fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(CallAccepted fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(CallConnected fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(CallExtended fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(CallRefused fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(CallEnded fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(GrantRunningLow fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(EarningsCredited fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(CardChosen fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(CardLent fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(CardPaymentEvent fact, Asking asking) {
        follow(billing.on(fact, asking.now()), asking);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(PromiseOverdue fact, Asking asking) {
        follow(billing.woken(asking.now()), asking);
    }

    @Override
    public Optional<Instant> wakeAt() {
        return Optional.ofNullable(wakeAt);
    }

    private void follow(Step step, Asking asking) {
        asking.ask(step.commands());
        billing = step.next();
        wakeAt = step.wakeAt().orElse(null);
        if (billing.isDone()) {
            SagaLifecycle.end();
        }
    }
}
