package dev.earshot.platform.catalogue;

import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Tier;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is for sale. A pack that was bought keeps its price and its content, so a change touches only later purchases.
 *
 * @param packs in the order they are shown; each with a product name of its own, units and a price above 0
 * @param storeProducts what products are called in the app stores, where that is not their own name
 * @param tiers the memberships, in the order they are shown
 */
@ConfigurationProperties("catalogue")
public record Catalogue(
        @DefaultValue List<Pack> packs,
        @DefaultValue List<StoreProduct> storeProducts,
        @DefaultValue List<Offer> tiers) {
    /** One name of a product in the stores; a product may have several, a name stands for one product. */
    public record StoreProduct(String name, String product) {}

    public Catalogue {
        packs = List.copyOf(packs);
        storeProducts = List.copyOf(storeProducts);
        if (storeProducts.stream().map(StoreProduct::name).distinct().count() < storeProducts.size()) {
            throw new IllegalArgumentException("catalogue.store-products: a name may stand for one product only");
        }
        tiers = List.copyOf(tiers);
        tiers.forEach(Offer::tier); // Says no to a period that is none.
        if (tiers.stream().map(Offer::name).distinct().count() < tiers.size()) {
            throw new IllegalArgumentException("catalogue.tiers: every tier needs a name of its own");
        }
        packs.forEach(Catalogue::check);
        if (packs.stream().map(Pack::product).distinct().count() < packs.size()) {
            throw new IllegalArgumentException("catalogue.packs: every product needs a name of its own");
        }
    }

    /** The pack of this name, if it is for sale. */
    public Optional<Pack> pack(String product) {
        return packs.stream().filter(pack -> pack.product().equals(product)).findFirst();
    }

    /** The pack that a store sells under this name. */
    public Optional<Pack> packSoldAs(String name) {
        return pack(soldAs(name));
    }

    /** The tier of this name, if it is for sale. */
    public Optional<Tier> tier(String name) {
        return tiers.stream()
                .filter(offer -> offer.name().equals(name))
                .findFirst()
                .map(Offer::tier);
    }

    /** The tier that a store sells under this name. */
    public Optional<Tier> tierSoldAs(String name) {
        return tier(soldAs(name));
    }

    private String soldAs(String name) {
        return storeProducts.stream()
                .filter(sold -> sold.name().equals(name))
                .findFirst()
                .map(StoreProduct::product)
                .orElse(name);
    }

    private static void check(Pack pack) {
        boolean tokensExpire = pack.version() == PlanVersion.TOKENS && pack.expires();
        if (pack.units() < 1 || pack.price().minor() < 1 || pack.validDays() < 0 || tokensExpire) {
            throw new IllegalArgumentException("catalogue.packs: " + pack + " cannot be sold");
        }
        pack.pocket(); // Says no to a version without packs.
    }
}
