package dev.earshot.adapter.subscriptions.adapty;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Adapty is recognised.
 *
 * @param enabled whether there is an Adapty
 * @param authorizations what it sends as Authorization, word for word, as entered in its dashboard; several while one is
 *     being replaced, or for its sandbox; from the environment: SUBSCRIPTIONS_ADAPTY_AUTHORIZATIONS
 * @param acceptSandbox whether purchases made for nothing in a store's sandbox count; never in production
 */
@ConfigurationProperties("subscriptions.adapty")
record AdaptySettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue List<String> authorizations,
        @DefaultValue("false") boolean acceptSandbox) {}
