package dev.earshot.platform.axon;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

class StartUpCheckTest {
    @Test
    void an_axon_without_transactions_does_not_start() {
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureTransactionManager(configuration -> NoTransactionManager.INSTANCE)
                .buildConfiguration();

        assertThatThrownBy(() -> new StartUpCheck(axon).afterSingletonsInstantiated())
                .hasMessageContaining("NoTransactionManager");
    }

    @Test
    void an_axon_whose_events_are_not_stored_does_not_start() {
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureTransactionManager(configuration -> new SpringTransactionManager(new Database()))
                .buildConfiguration();

        assertThatThrownBy(() -> new StartUpCheck(axon).afterSingletonsInstantiated())
                .hasMessageContaining("SimpleEventBus");
    }

    @Test
    void processors_that_would_begin_anew_at_every_start_do_not_start() {
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureTransactionManager(configuration -> new SpringTransactionManager(new Database()))
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .registerComponent(TokenStore.class, configuration -> new InMemoryTokenStore())
                .buildConfiguration();

        assertThatThrownBy(() -> new StartUpCheck(axon).afterSingletonsInstantiated())
                .hasMessageContaining("InMemoryTokenStore");
    }

    private static final class Database extends AbstractPlatformTransactionManager {
        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
