package dev.earshot.command.topup;

import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PlanVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** What the buyer of a pack should know; clients branch on the code, people read the detail. */
@Schema(name = "PurchaseNote")
public record PackNote(String code, String detail) {
    private static final String KEPT = "Your account is on %s. The pack is kept in your wallet, and calls burn it"
            + " behind what your own plan burns.";

    /** What to know of a pack made for this version, on an account with this plan; usually nothing. */
    public static Optional<PackNote> of(PlanVersion pack, PlanHeld plan) {
        return pack == plan.version()
                ? Optional.empty()
                : Optional.of(new PackNote("PACK_OF_ANOTHER_VERSION", KEPT.formatted(plan.version())));
    }
}
