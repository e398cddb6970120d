package dev.earshot.query.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import dev.earshot.platform.catalogue.Catalogue;
import dev.earshot.platform.catalogue.Offer;
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

    /** The packs and memberships that can be bought, and which of them are made for the caller. */
    @Operation(summary = "List the packs and memberships that can be bought")
    @GetMapping("/v1/catalogue")
    CatalogueReply catalogue(Caller caller) {
        var version = plans.versionOf(caller.accountId());
        return new CatalogueReply(
                version,
                catalogue.packs().stream()
                        .map(pack -> PackReply.of(pack, version))
                        .toList(),
                catalogue.tiers().stream()
                        .map(offer -> TierReply.of(offer, version))
                        .toList());
    }

    /** {@code version} is the one that the caller's account is on. */
    record CatalogueReply(PlanVersion version, List<PackReply> packs, List<TierReply> tiers) {}

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

    /**
     * A tier of membership.
     *
     * @param family tiers of one family share one trial
     * @param price what one period costs
     * @param period how long one period lasts, as ISO 8601 has it
     * @param dailyMinutes how much talk it allows on each local day
     * @param overflow whether cash pays for talk beyond that
     * @param trialDays how long it may be tried for nothing; absent where it may not
     * @param forYou whether the caller's account is on memberships; on others the allowance burns behind the plan's own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TierReply(
            String name,
            String family,
            Money price,
            String period,
            int dailyMinutes,
            boolean overflow,
            Long trialDays,
            boolean forYou) {
        static TierReply of(Offer offer, PlanVersion version) {
            return new TierReply(
                    offer.name(),
                    offer.tier().family(),
                    offer.price(),
                    offer.period(),
                    offer.dailyMinutes(),
                    offer.overflow(),
                    offer.trial().isZero() ? null : offer.trial().toDays(),
                    version == PlanVersion.MEMBERSHIP);
        }
    }
}
