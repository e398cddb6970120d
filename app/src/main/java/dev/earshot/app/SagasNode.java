package dev.earshot.app;

import dev.earshot.adapter.Adapters;
import dev.earshot.platform.Platform;
import dev.earshot.saga.Sagas;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The promises, and the outside world they reach. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Platform.class, Sagas.class, Adapters.class})
class SagasNode {}
