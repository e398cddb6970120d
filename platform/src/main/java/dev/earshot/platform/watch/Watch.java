package dev.earshot.platform.watch;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the watchers see every processor and every command. */
@Configuration(proxyBeanMethods = false)
class Watch {
    @Bean
    ConfigurerModule watchedProcessors(Faults faults) {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultErrorHandler(axon -> faults)
                .registerDefaultHandlerInterceptor((axon, processor) -> faults.healingOf(processor));
    }

    @Bean
    ConfigurerModule timedCommands(MeterRegistry meters) {
        CommandTimes times = new CommandTimes(meters);
        return configurer -> configurer.configureMessageMonitor(CommandBus.class, axon -> times);
    }
}
