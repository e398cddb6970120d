package dev.earshot.command.lease;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Where lapses are acted upon. */
@Configuration(proxyBeanMethods = false)
class Lapses {
    private static final int AT_ONCE = 2; // When thousands lapse at once, commands of people still come first.

    @Bean(destroyMethod = "shutdown")
    ExecutorService lapses() {
        return Executors.newFixedThreadPool(AT_ONCE, new CustomizableThreadFactory("lapses-"));
    }
}
