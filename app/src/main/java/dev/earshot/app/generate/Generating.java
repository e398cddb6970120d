package dev.earshot.app.generate;

import dev.earshot.app.generate.town.Present;
import dev.earshot.app.generate.town.Towns;
import dev.earshot.command.CommandSide;
import dev.earshot.command.pricing.Plans;
import dev.earshot.command.pricing.PlansHeld;
import dev.earshot.platform.Platform;
import dev.earshot.platform.command.FollowUps;
import dev.earshot.platform.command.Turns;
import dev.earshot.saga.Sagas;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/**
 * The product as far as it decides and promises, with its settings and its database, and without processors, HTTP and
 * schedules: nothing reacts to what is generated until the platform itself is started on it.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@ConfigurationPropertiesScan(basePackageClasses = {CommandSide.class, Sagas.class, Platform.class})
@ComponentScan({"dev.earshot.platform.database", "dev.earshot.platform.json"})
@ComponentScan(
        basePackageClasses = Sagas.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        useDefaultFilters = false,
        includeFilters =
                @Filter(type = FilterType.REGEX, pattern = ".*\\.(Asking|CardRouting|MembershipRouting|TopUpRouting)"))
@Import({Present.class, Towns.class, Plans.class, PlansHeld.class, FollowUps.class, Turns.class})
class Generating {
    @Bean
    CommandGateway commandGateway(Present present) {
        return DefaultCommandGateway.builder().commandBus(present).build();
    }
}
