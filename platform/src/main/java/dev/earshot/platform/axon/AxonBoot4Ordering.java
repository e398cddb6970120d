package dev.earshot.platform.axon;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/**
 * Holds nothing. Axon 4.13 names only Boot 2 and 3 classes in its ordering; without this class Boot 4 evaluates Axon's
 * conditions before there is a data source, and Axon silently falls back to an event bus that stores nothing.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
        },
        beforeName = {
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaAutoConfiguration"
        })
public class AxonBoot4Ordering {}
