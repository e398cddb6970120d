package dev.earshot.query.listener;

import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The market that members search.
 *
 * @param currency in which rates are meant where a search names none: that of new wallets
 */
@ConfigurationProperties("pricing")
record Market(@DefaultValue("USD") Currency currency) {}
