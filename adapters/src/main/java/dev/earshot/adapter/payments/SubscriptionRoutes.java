package dev.earshot.adapter.payments;

import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionCancelled;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionExpired;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionRenewed;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionStarted;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.purchase.StoreSubscriptionCommand.TellStoreSubscription;
import dev.earshot.platform.catalogue.Catalogue;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Subscriptions that providers charge and renew themselves. Whatever is told of one goes to its own stream, which knows
 * whether it has found its account, and makes the same of it in whatever order it comes.
 */
@Component
class SubscriptionRoutes {
    private final Catalogue catalogue;
    private final Buyers buyers;
    private final Clock clock;

    SubscriptionRoutes(Catalogue catalogue, Buyers buyers, Clock clock) {
        this.catalogue = catalogue;
        this.buyers = buyers;
        this.clock = clock;
    }

    /**
     * The command that this event asks for; none for what tells of no subscription. Fails with {@link Unrouted} where the
     * product is no tier.
     */
    Optional<Object> route(String provider, PaymentEvent event) {
        About about = event.about();
        if (event instanceof SubscriptionStarted started) {
            return told(
                    provider,
                    about,
                    Subscription.paid(name(provider, about), tier(about), started.until(), about.at()));
        }
        if (event instanceof SubscriptionRenewed renewed) {
            return told(
                    provider,
                    about,
                    Subscription.paid(name(provider, about), tier(about), renewed.until(), about.at()));
        }
        if (event instanceof SubscriptionCancelled stopped) {
            return told(
                    provider,
                    about,
                    Subscription.stopped(name(provider, about), tier(about), stopped.until(), about.at()));
        }
        if (event instanceof SubscriptionExpired) {
            return told(provider, about, Subscription.ended(name(provider, about), tier(about), about.at()));
        }
        return Optional.empty();
    }

    private Optional<Object> told(String provider, About about, Subscription told) {
        return Optional.of(new TellStoreSubscription(
                new PaymentName(provider, about.payment()).subscriptionId(),
                told,
                provider,
                about.payment(),
                buyers.of(provider, about),
                clock.instant()));
    }

    private Tier tier(About about) {
        return catalogue
                .tierSoldAs(about.product())
                .orElseThrow(() -> new Unrouted("no tier of the catalogue is sold as '" + about.product() + "'"));
    }

    private static String name(String provider, About about) {
        return provider + ":" + about.payment();
    }
}
