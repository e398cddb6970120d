package dev.earshot.platform.trace;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the id of a story wherever messages go. */
@Configuration(proxyBeanMethods = false)
class Tracing {
    @Bean
    Correlation correlation() {
        return new Correlation();
    }

    @Bean
    ConfigurerModule correlatedProcessors(Correlation correlation) {
        return configurer ->
                configurer.eventProcessing().registerDefaultHandlerInterceptor((axon, processor) -> correlation);
    }

    /** Axon's own command bus already hands the id on; its query bus and its deadlines have to be told. */
    @Bean
    SmartInitializingSingleton correlatedBuses(
            Correlation correlation,
            CommandBus commands,
            QueryBus queries,
            EventBus events,
            ObjectProvider<DeadlineManager> deadlines) {
        return () -> {
            commands.registerDispatchInterceptor(correlation);
            commands.registerHandlerInterceptor(correlation);
            queries.registerDispatchInterceptor(correlation);
            queries.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
            queries.registerHandlerInterceptor(correlation);
            events.registerDispatchInterceptor(correlation);
            deadlines.ifAvailable(manager -> {
                manager.registerDispatchInterceptor(correlation);
                manager.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
                manager.registerHandlerInterceptor(correlation);
            });
        };
    }
}
