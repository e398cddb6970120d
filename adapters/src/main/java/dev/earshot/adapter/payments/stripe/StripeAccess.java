package dev.earshot.adapter.payments.stripe;

import com.stripe.StripeClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stripe's library, told never to repeat a request: whoever asks does, with the patience it takes. */
@Configuration(proxyBeanMethods = false)
@WhenStripe
class StripeAccess {
    @Bean
    static StripeClient stripeClient(StripeSettings settings) {
        return client(settings);
    }

    static StripeClient client(StripeSettings settings) {
        return StripeClient.builder()
                .setApiKey(settings.apiKey())
                .setApiBase(settings.apiBase())
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()))
                .setMaxNetworkRetries(0)
                .build();
    }
}
