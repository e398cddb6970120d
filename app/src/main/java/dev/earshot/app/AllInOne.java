package dev.earshot.app;

import dev.earshot.adapter.Adapters;
import dev.earshot.app.demo.Demo;
import dev.earshot.command.CommandSide;
import dev.earshot.platform.Platform;
import dev.earshot.query.QuerySide;
import dev.earshot.saga.Sagas;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole of Earshot in one process. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Platform.class, CommandSide.class, QuerySide.class, Sagas.class, Adapters.class, Demo.class})
class AllInOne {}
