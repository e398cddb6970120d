package dev.earshot.app.audit;

import dev.earshot.query.audit.key.KeySettings;
import dev.earshot.query.audit.run.RunSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** No more than a verification needs: the database, the archive, the keys. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
@ComponentScan(
        basePackages = {"dev.earshot.platform.archive", "dev.earshot.platform.secrets", "dev.earshot.adapter.archive"})
@ComponentScan(
        basePackages = "dev.earshot.platform.database",
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.EmbeddedDatabase"))
@ConfigurationPropertiesScan("dev.earshot.platform.archive")
@EnableConfigurationProperties({KeySettings.class, RunSettings.class})
class AuditNode {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
