package dev.earshot.app;

import dev.earshot.command.CommandSide;
import dev.earshot.platform.Platform;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The deciding side alone. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Platform.class, CommandSide.class})
class CommandNode {}
