package dev.earshot.platform.axon;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Stops the start when Axon fell back to something that forgets. A missing bean makes it do so without a word: events that
 * are not stored, commands without a transaction, processors that begin anew at every start.
 */
@Component
class StartUpCheck implements SmartInitializingSingleton {
    private final Configuration axon;

    StartUpCheck(Configuration axon) {
        this.axon = axon;
    }

    @Override
    public void afterSingletonsInstantiated() {
        TransactionManager transactions = axon.getComponent(TransactionManager.class);
        demand(transactions instanceof SpringTransactionManager, transactions);
        EventBus events = axon.getComponent(EventBus.class);
        demand(events instanceof EventStore, events);
        TokenStore tokens = axon.getComponent(TokenStore.class);
        demand(tokens != null && !(tokens instanceof InMemoryTokenStore), tokens);
        SagaStore<?> sagas = axon.getComponent(SagaStore.class);
        demand(sagas != null && !(sagas instanceof InMemorySagaStore), sagas);
    }

    private static void demand(boolean durable, Object component) {
        if (!durable) {
            String fallback =
                    component == null ? "nothing" : component.getClass().getSimpleName();
            throw new IllegalStateException("Axon would run on " + fallback + ", which keeps nothing."
                    + " Some bean is missing or was made too late; see AxonBoot4Ordering.");
        }
    }
}
