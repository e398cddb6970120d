package dev.earshot.saga.meter;

import dev.earshot.api.call.CallEvent;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.springframework.stereotype.Component;

/** All facts of one call go to one segment, in their order, whichever aggregate told them. */
@Component
class ByCall implements SequencingPolicy<EventMessage<?>>, ConfigurerModule {
    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> event) {
        Object fact = event.getPayload();
        if (fact instanceof CallEvent of) {
            return of.callId().value();
        } else if (fact instanceof HoldPlaced of) {
            return of.callId().value();
        } else if (fact instanceof HoldExtended of) {
            return of.callId().value();
        } else if (fact instanceof HoldCaptured of) {
            return of.callId().value();
        } else if (fact instanceof HoldReleased of) {
            return of.callId().value();
        }
        return event.getIdentifier();
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.eventProcessing().registerSequencingPolicy("meter", axon -> this);
    }
}
