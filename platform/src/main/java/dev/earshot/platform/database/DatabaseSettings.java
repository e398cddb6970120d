package dev.earshot.platform.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strict Earshot is with its database.
 *
 * @param oneRole whether outside the dev profile the role that runs ({@code spring.datasource.username}) may be one that
 *     can rewrite the log, such as its owner; by default the start stops there
 */
@ConfigurationProperties("database")
record DatabaseSettings(@DefaultValue("false") boolean oneRole) {}
