package dev.earshot.adapter.payments;

import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionCancelled;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionExpired;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionRenewed;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionStarted;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.membership.MembershipCommand.RecordSubscription;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.pricing.Tier;
import dev.earshot.platform.catalogue.Catalogue;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Subscriptions that providers charge and renew themselves. Whatever is told of one goes to the membership of its customer,
 * which makes the same of it in whatever order it comes.
 */
@Component
class SubscriptionRoutes {
    private final Catalogue catalogue;
    private final Clock clock;

    SubscriptionRoutes(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * The command that this event asks for; none for what tells of no subscription. Fails with {@link Unrouted} where the
     * customer is no account of ours or the product no tier.
     */
    Optional<Object> route(String provider, PaymentEvent event) {
        About about = event.about();
        if (event instanceof SubscriptionStarted started) {
            return record(about, Subscription.paid(name(provider, about), tier(about), started.until(), about.at()));
        }
        if (event instanceof SubscriptionRenewed renewed) {
            return record(about, Subscription.paid(name(provider, about), tier(about), renewed.until(), about.at()));
        }
        if (event instanceof SubscriptionCancelled stopped) {
            return record(about, Subscription.stopped(name(provider, about), tier(about), stopped.until(), about.at()));
        }
        if (event instanceof SubscriptionExpired) {
            return record(about, Subscription.ended(name(provider, about), tier(about), about.at()));
        }
        return Optional.empty();
    }

    private Optional<Object> record(About about, Subscription told) {
        return Optional.of(new RecordSubscription(MembershipId.of(account(about)), told, clock.instant()));
    }

    private Tier tier(About about) {
        return catalogue
                .tierSoldAs(about.product())
                .orElseThrow(() -> new Unrouted("no tier of the catalogue is sold as '" + about.product() + "'"));
    }

    private static AccountId account(About about) {
        try {
            return new AccountId(about.customer());
        } catch (IllegalArgumentException noAccount) {
            throw new Unrouted("the subscription belongs to no account of ours");
        }
    }

    private static String name(String provider, About about) {
        return provider + ":" + about.payment();
    }
}
