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
import dev.earshot.api.call.PromiseOverdue;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.meter.MeterEvent.GrantRunningLow;
import dev.earshot.api.presence.PresenceEvent.EngagementDeclined;
import dev.earshot.api.presence.PresenceEvent.ListenerDisengaged;
import dev.earshot.api.presence.PresenceEvent.ListenerEngaged;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.saga.BillingSettings;
import dev.earshot.saga.CallPromiseSettings;
import dev.earshot.saga.alarm.PromiseKeeper;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Saga;

/** Receives the facts of one call and follows what {@link CallBilling} makes of them. */
@Saga
@ProcessingGroup("call-billing")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public class CallBillingSaga {
    private static final String CALL = "callId";

    private CallBilling billing;

    @StartSaga
    @SagaEventHandler(associationProperty = CALL)
    void on(CallRequested fact, BillingSettings settings, CallPromiseSettings call, PromiseKeeper keeper) {
        if (billing == null) {
            follow(CallBilling.requested(fact, Rules.of(settings, call), keeper.now()), keeper);
        }
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(HoldPlaced fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(HoldDeclined fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(HoldExtended fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(HoldExtensionDeclined fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(HoldCaptured fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(HoldReleased fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(ListenerEngaged fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(EngagementDeclined fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(ListenerDisengaged fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(CallAdmitted fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(CallAccepted fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(CallConnected fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(CallExtended fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(CallRefused fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(CallEnded fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(GrantRunningLow fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(EarningsCredited fact, PromiseKeeper keeper) {
        follow(billing.on(fact, keeper.now()), keeper);
    }

    @SagaEventHandler(associationProperty = CALL)
    void on(PromiseOverdue fact, PromiseKeeper keeper) {
        follow(billing.woken(keeper.now()), keeper);
    }

    private void follow(Step step, PromiseKeeper keeper) {
        CallBilling next = step.next();
        billing = next.armed(keeper.keep(next.callId(), next.alarm(), step.commands(), step.wakeAt()));
        if (billing.isDone()) {
            SagaLifecycle.end();
        }
    }
}
