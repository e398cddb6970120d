package dev.earshot.adapter.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionCancelled;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionExpired;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionRenewed;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionStarted;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.money.Money;
import dev.earshot.api.purchase.Buyer;
import dev.earshot.api.purchase.StoreSubscriptionCommand.TellStoreSubscription;
import dev.earshot.platform.catalogue.Catalogue;
import dev.earshot.platform.catalogue.Catalogue.StoreProduct;
import dev.earshot.platform.catalogue.Offer;
import dev.earshot.platform.people.Pseudonyms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionRoutesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant TOLD = NOW.minusSeconds(60);
    private static final Instant UNTIL = NOW.plusSeconds(1_000_000);
    private static final Money PRICE = Money.of(1_999, "USD");
    private static final Offer OFFER = new Offer("daily-15", "", PRICE, 15, false, Duration.ZERO, "P1M");

    private final Pseudonyms pseudonyms = Pseudonyms.under(new byte[32]);
    private final SubscriptionRoutes routes = new SubscriptionRoutes(
            new Catalogue(List.of(), List.of(new StoreProduct("app.daily", "daily-15")), List.of(OFFER)),
            new Buyers(pseudonyms),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void what_is_told_of_a_subscription_goes_to_its_own_stream() {
        About about = about("acc_ann", "app.daily");
        Subscription paid = Subscription.paid("adapty:orig1", OFFER.tier(), UNTIL, TOLD);
        assertThat(routes.route("adapty", new SubscriptionStarted(about, PRICE, UNTIL)))
                .contains(record(paid));
        assertThat(routes.route("adapty", new SubscriptionRenewed(about, PRICE, UNTIL)))
                .contains(record(paid));
        assertThat(routes.route("adapty", new SubscriptionCancelled(about, UNTIL)))
                .contains(record(Subscription.stopped("adapty:orig1", OFFER.tier(), UNTIL, TOLD)));
        assertThat(routes.route("adapty", new SubscriptionExpired(about)))
                .contains(record(Subscription.ended("adapty:orig1", OFFER.tier(), TOLD)));
    }

    @Test
    void whoever_is_no_account_of_ours_is_hashed() {
        var about = new About("orig1", "", "profile-7", "app.daily", TOLD, "Ann@Example.com");

        var told = (TellStoreSubscription)
                routes.route("adapty", new SubscriptionExpired(about)).orElseThrow();

        assertThat(told.buyer())
                .isEqualTo(new Buyer(
                        "", pseudonyms.ofCustomer("adapty", "profile-7"), pseudonyms.ofEmail("ann@example.com")));
    }

    @Test
    void what_is_no_tier_is_named_as_such() {
        assertThatThrownBy(() -> routes.route("adapty", new SubscriptionExpired(about("acc_ann", "app.weekly"))))
                .isInstanceOf(Unrouted.class)
                .hasMessageContaining("app.weekly");
    }

    @Test
    void a_payment_is_no_subscription() {
        assertThat(routes.route("adapty", new Paid(about("acc_ann", "app.daily"), PRICE)))
                .isEmpty();
    }

    private static TellStoreSubscription record(Subscription told) {
        return new TellStoreSubscription(
                new PaymentName("adapty", "orig1").subscriptionId(),
                told,
                "adapty",
                "orig1",
                new Buyer("acc_ann", "", ""),
                NOW);
    }

    private static About about(String customer, String product) {
        return new About("orig1", "", customer, product, TOLD);
    }
}
