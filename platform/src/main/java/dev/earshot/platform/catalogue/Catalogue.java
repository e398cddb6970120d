package dev.earshot.platform.catalogue;

import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is for sale. A pack that was bought keeps its price and its content, so a change touches only later purchases.
 *
 * @param packs in the order they are shown; each with a product name of its own, units and a price above 0
 */
@ConfigurationProperties("catalogue")
public record Catalogue(@DefaultValue List<Pack> packs) {
    public Catalogue {
        packs = List.copyOf(packs);
        packs.forEach(Catalogue::check);
        if (packs.stream().map(Pack::product).distinct().count() < packs.size()) {
            throw new IllegalArgumentException("catalogue.packs: every product needs a name of its own");
        }
    }

    /** The pack of this name, if it is for sale. */
    public Optional<Pack> pack(String product) {
        return packs.stream().filter(pack -> pack.product().equals(product)).findFirst();
    }

    private static void check(Pack pack) {
        boolean tokensExpire = pack.version() == PlanVersion.TOKENS && pack.expires();
        if (pack.units() < 1 || pack.price().minor() < 1 || pack.validDays() < 0 || tokensExpire) {
            throw new IllegalArgumentException("catalogue.packs: " + pack + " cannot be sold");
        }
        pack.pocket(); // Says no to a version without packs.
    }
}
