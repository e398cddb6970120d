package dev.earshot.query.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.account.Role;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.platform.catalogue.MembershipSettings;
import dev.earshot.platform.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own account. */
@RestController
@RequestMapping("/v1")
class AccountController {
    private final Favourites favourites;
    private final Blocks blocks;
    private final AccountPlans plans;
    private final MembershipSettings settings;

    AccountController(Favourites favourites, Blocks blocks, AccountPlans plans, MembershipSettings settings) {
        this.favourites = favourites;
        this.blocks = blocks;
        this.plans = plans;
        this.settings = settings;
    }

    /** Who the caller is, as their access token says, and how their future calls are paid. */
    @Operation(summary = "Tell who is signed in, and how their calls are paid")
    @GetMapping("/me")
    MeReply me(Caller caller) {
        var plan = plans.of(caller.accountId());
        return new MeReply(
                caller.accountId().value(),
                caller.roles().stream().sorted().toList(),
                caller.is(Role.LISTENER) ? caller.listenerId().value() : null,
                caller.walletId().value(),
                favourites.of(caller.accountId()),
                plan.version,
                plan.cashOverflow,
                plan.zone == null ? settings.zone().getId() : plan.zone);
    }

    /** The listeners the caller likes, the latest first. */
    @Operation(summary = "List the favourite listeners")
    @GetMapping("/favourites")
    FavouritesReply favourites(Caller caller) {
        return new FavouritesReply(favourites.of(caller.accountId()));
    }

    /** The members whose calls the caller does not take, the latest first. */
    @Operation(summary = "List the members whose calls are not taken")
    @GetMapping("/listeners/me/blocks")
    @PreAuthorize("hasRole('LISTENER')")
    BlocksReply blocks(Caller caller) {
        return new BlocksReply(blocks.of(caller.listenerId()));
    }

    /**
     * @param listenerId only of listeners
     * @param version the monetization version of future calls
     * @param cashOverflow whether cash may pay when bought minutes run out
     * @param timeZone by whose clocks the days of the daily allowance begin and end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeReply(
            String accountId,
            List<Role> roles,
            String listenerId,
            String walletId,
            List<String> favourites,
            PlanVersion version,
            boolean cashOverflow,
            String timeZone) {}

    record FavouritesReply(List<String> listenerIds) {}

    record BlocksReply(List<String> memberIds) {}
}
