package dev.earshot.platform.watch;

import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the watchers see every processor. */
@Configuration(proxyBeanMethods = false)
class Watch {
    @Bean
    ConfigurerModule watchedProcessors(Faults faults) {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultErrorHandler(axon -> faults)
                .registerDefaultHandlerInterceptor((axon, processor) -> faults.healingOf(processor));
    }
}
