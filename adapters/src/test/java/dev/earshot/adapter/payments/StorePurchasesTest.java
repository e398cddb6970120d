package dev.earshot.adapter.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.Declined;
import dev.earshot.adapter.payments.PaymentEvent.DisputeLost;
import dev.earshot.adapter.payments.PaymentEvent.DisputeWon;
import dev.earshot.adapter.payments.PaymentEvent.Disputed;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.PaymentEvent.Refunded;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.purchase.Buyer;
import dev.earshot.api.purchase.DisputeVerdict;
import dev.earshot.api.purchase.PurchaseCommand.DisputePurchase;
import dev.earshot.api.purchase.PurchaseCommand.RecordPack;
import dev.earshot.api.purchase.PurchaseCommand.RefundPurchase;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.platform.catalogue.Catalogue;
import dev.earshot.platform.catalogue.Catalogue.StoreProduct;
import dev.earshot.platform.people.Pseudonyms;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of payments that nobody here asked for. */
class StorePurchasesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant PAID_AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final Money PAID = Money.of(899, "EUR");

    private final Pseudonyms pseudonyms = Pseudonyms.under(new byte[32]);
    private final StorePurchases purchases = new StorePurchases(
            new Catalogue(
                    List.of(
                            new Pack("tokens-100", PlanVersion.TOKENS, 100, Money.of(999, "USD"), 0),
                            new Pack("minutes-30", PlanVersion.MOMENTS, 1800, Money.of(2999, "USD"), 30)),
                    List.of(
                            new StoreProduct("com.earshot.tokens.100", "tokens-100"),
                            new StoreProduct("tokens_100_offer", "tokens-100")),
                    List.of()),
            new Buyers(pseudonyms),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "tokens-100,             tokens-100, TOKENS,  100,  0",
        "com.earshot.tokens.100, tokens-100, TOKENS,  100,  0",
        "tokens_100_offer,       tokens-100, TOKENS,  100,  0",
        "minutes-30,             minutes-30, MOMENTS, 1800, 30"
    })
    void each_product_goes_to_its_version_at_the_price_that_was_paid(
            String sold, String product, PlanVersion version, long units, int days) {
        var command = (RecordPack) route(paid("acc_ann", sold, ""));

        assertThat(command.pack()).isEqualTo(new Pack(product, version, units, PAID, days));
        assertThat(command.provider()).isEqualTo("adapty");
        assertThat(command.reference()).isEqualTo("tx_1");
        assertThat(command.paidAt()).isEqualTo(PAID_AT);
        assertThat(command.at()).isEqualTo(NOW);
    }

    @Test
    void an_account_is_named_and_everybody_else_is_hashed() {
        assertThat(buyer(paid("acc_ann", "tokens-100", ""))).isEqualTo(new Buyer("acc_ann", "", ""));
        assertThat(buyer(paid("profile_1", "tokens-100", " Ann@Example.com")))
                .isEqualTo(new Buyer(
                        "", pseudonyms.ofCustomer("adapty", "profile_1"), pseudonyms.ofEmail("ann@example.com")));
        assertThat(buyer(paid("", "tokens-100", ""))).isEqualTo(new Buyer("", "", ""));
        assertThat(buyer(paid("acc_not/one of ours", "tokens-100", "")).account())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens-7", "", "Tokens-100"})
    void what_is_not_in_the_catalogue_is_unrouted_and_says_why(String product) {
        assertThatThrownBy(() -> route(paid("acc_ann", product, "")))
                .isInstanceOf(Unrouted.class)
                .hasMessageContaining("'" + product + "'");
    }

    /** A refund finds its purchase by the payment, whoever is told first. */
    @Test
    void whatever_is_told_of_a_payment_concerns_one_purchase() {
        var bought = (RecordPack) route(paid("acc_ann", "tokens-100", ""));
        var again = (RecordPack) route(paid("profile_1", "tokens-100", "a@b.c"));
        var refunded = new Refunded(new About("tx_1", "", "", "", PAID_AT), PAID);

        assertThat(again.purchaseId()).isEqualTo(bought.purchaseId());
        assertThat(route(refunded)).isEqualTo(new RefundPurchase(bought.purchaseId(), PAID, PAID_AT));
        assertThat(new PaymentName("adapty", "tx_1").topUpId().suffix())
                .isEqualTo(bought.purchaseId().suffix());
    }

    @Test
    void a_dispute_finds_its_purchase_by_the_payment() {
        var bought = (RecordPack) route(paid("acc_ann", "tokens-100", ""));
        var about = new About("tx_1", "", "", "", PAID_AT);

        assertThat(route(new Disputed(about, "dp", PAID))).isEqualTo(dispute(bought, DisputeVerdict.OPEN));
        assertThat(route(new DisputeWon(about, "dp", PAID))).isEqualTo(dispute(bought, DisputeVerdict.WON));
        assertThat(route(new DisputeLost(about, "dp", PAID))).isEqualTo(dispute(bought, DisputeVerdict.LOST));
    }

    @Test
    void what_a_store_gives_for_nothing_is_a_purchase_like_any_other() {
        var gift = (RecordPack)
                route(new Paid(new About("tx_1", "", "acc_ann", "tokens-100", PAID_AT, ""), Money.of(0, "USD")));

        assertThat(gift.pack()).isEqualTo(new Pack("tokens-100", PlanVersion.TOKENS, 100, Money.of(0, "USD"), 0));
    }

    @Test
    void a_subscription_is_no_purchase_though_its_first_payment_bears_its_name() {
        var name = new PaymentName("adapty", "tx_1");

        assertThat(name.subscriptionId()).isNotEqualTo(name.purchaseId());
        assertThat(name.subscriptionId()).isEqualTo(new PaymentName("adapty", "tx_1").subscriptionId());
        assertThat(name.subscriptionId()).isNotEqualTo(new PaymentName("sandbox", "tx_1").subscriptionId());
    }

    @Test
    void payments_of_other_names_or_providers_are_other_purchases() {
        PurchaseId one = new PaymentName("adapty", "tx_1").purchaseId();

        assertThat(new PaymentName("stripe", "tx_1").purchaseId()).isNotEqualTo(one);
        assertThat(new PaymentName("adapty", "tx_2").purchaseId()).isNotEqualTo(one);
        assertThat(new PaymentName("a", "b\nc").purchaseId()).isNotEqualTo(one);
        assertThat(one).isEqualTo(new PaymentName("adapty", "tx_1").purchaseId());
    }

    @Test
    void what_has_a_name_of_ours_or_never_came_concerns_nobody_here() {
        assertThat(purchases.route("adapty", new Paid(new About("tx_1", "pack_1", "", "tokens-100", PAID_AT), PAID)))
                .isEmpty();
        assertThat(purchases.route(
                        "adapty", new Declined(new About("tx_1", "", "", "", PAID_AT), TopUpDecline.CARD_DECLINED)))
                .isEmpty();
    }

    private static DisputePurchase dispute(RecordPack bought, DisputeVerdict verdict) {
        return new DisputePurchase(bought.purchaseId(), "dp", verdict, PAID, PAID_AT);
    }

    private Object route(PaymentEvent event) {
        return purchases.route("adapty", event).orElseThrow();
    }

    private Buyer buyer(PaymentEvent event) {
        return ((RecordPack) route(event)).buyer();
    }

    private static Paid paid(String customer, String product, String email) {
        return new Paid(new About("tx_1", "", customer, product, PAID_AT, email), PAID);
    }
}
