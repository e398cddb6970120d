package dev.earshot.platform.command;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How commands reach aggregates, and what spares aggregates a long replay. */
@Configuration(proxyBeanMethods = false)
class Commands {
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService commandRetries() {
        return Executors.newScheduledThreadPool(2, new AxonThreadFactory("command-retries"));
    }

    /** For the edges: when two commands meet at one aggregate, the later is tried again. */
    @Bean
    CommandGateway commandGateway(
            CommandBus commands,
            GroupCommit groups,
            @Value("${axon.axonserver.enabled}") boolean decidedElsewhere,
            @Qualifier("commandRetries") ScheduledExecutorService commandRetries) {
        return DefaultCommandGateway.builder()
                .commandBus(decidedElsewhere ? commands : new GroupedCommands(groups, commands))
                .retryScheduler(new RetryOnConflict(commandRetries))
                .build();
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService snapshotTaker() {
        return Executors.newScheduledThreadPool(1, new AxonThreadFactory("snapshots"));
    }

    /** Takes snapshots on a thread of its own, so that nobody's command waits for one. */
    @Bean
    Snapshotter snapshotter(
            org.axonframework.config.Configuration axon,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters,
            EventStore log,
            TransactionManager transactions,
            @Qualifier("snapshotTaker") ScheduledExecutorService snapshotTaker) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .transactionManager(transactions)
                .eventStore(log)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .executor(snapshotTaker)
                .build();
    }
}
