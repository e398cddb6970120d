package dev.earshot.query.news;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what is kept for clients that were away.
 *
 * @param kept how long facts can be asked for again
 */
@ConfigurationProperties("stream.news")
record NewsSettings(@DefaultValue("24h") Duration kept) {}
