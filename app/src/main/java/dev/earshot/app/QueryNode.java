package dev.earshot.app;

import dev.earshot.platform.Platform;
import dev.earshot.query.QuerySide;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The answering side alone. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Platform.class, QuerySide.class})
class QueryNode {}
