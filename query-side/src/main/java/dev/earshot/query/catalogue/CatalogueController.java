package dev.earshot.query.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import dev.earshot.platform.catalogue.Catalogue;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.account.AccountPlans;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is for sale. */
@RestController
class CatalogueController {
    private final Catalogue catalogue;
    private final AccountPlans plans;

    CatalogueController(Catalogue catalogue, AccountPlans plans) {
        this.catalogue = catalogue;
        this.plans = plans;
    }

    /** The packs that can be bought, and which of them are made for the caller. */
    @Operation(summary = "List the packs that can be bought")
    @GetMapping("/v1/catalogue")
    CatalogueReply catalogue(Caller caller) {
        var version = plans.versionOf(caller.accountId());
        return new CatalogueReply(
                version,
                catalogue.packs().stream()
                        .map(pack -> PackReply.of(pack, version))
                        .toList());
    }

    /** {@code version} is the one that the caller's account is on. */
    record CatalogueReply(PlanVersion version, List<PackReply> packs) {}

    /**
     * @param version the monetization version the pack is made for
     * @param units what it holds, counted in {@code unit}
     * @param validDays how long it lasts; absent of what lasts for ever
     * @param forYou whether it is made for the version the caller is on; others are kept and burn behind the plan's own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PackReply(
            String product,
            PlanVersion version,
            Pocket pocket,
            Unit unit,
            long units,
            Money price,
            Integer validDays,
            boolean forYou) {
        static PackReply of(Pack pack, PlanVersion version) {
            return new PackReply(
                    pack.product(),
                    pack.version(),
                    pack.pocket(),
                    pack.unit(),
                    pack.units(),
                    pack.price(),
                    pack.expires() ? pack.validDays() : null,
                    pack.version() == version);
        }
    }
}
