package dev.earshot.command.purchase;

import dev.earshot.api.account.AccountCommand.AskPlan;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.purchase.PurchaseCommand.ClaimPurchase;
import dev.earshot.api.purchase.PurchaseRefusal;
import dev.earshot.api.purchase.StoreSubscriptionCommand.ClaimStoreSubscription;
import dev.earshot.api.refusal.RefusalCode;
import dev.earshot.api.refusal.Refused;
import dev.earshot.command.purchase.WaitingRows.Match;
import dev.earshot.platform.people.Pseudonyms;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives purchases to those who have proved to be their buyers. The purchase itself decides between two who claim it at
 * once; what is looked up here only tells whom to ask.
 */
@Component
public class Claims {
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private final WaitingRows rows;
    private final Pseudonyms pseudonyms;
    private final CommandGateway commands;
    private final PurchaseSettings settings;
    private final Clock clock;

    Claims(WaitingRows rows, Pseudonyms pseudonyms, CommandGateway commands, PurchaseSettings settings, Clock clock) {
        this.rows = rows;
        this.pseudonyms = pseudonyms;
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Somebody has shown that this e-mail is theirs. What is not claimed now, for it is told only later or something fails,
     * finds them afterwards; so nobody is kept from signing in.
     */
    public List<Claim> byEmail(AccountId account, String verifiedEmail) {
        String name = pseudonyms.ofEmail(verifiedEmail);
        if (name.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        rows.remember(name, account, now);
        try {
            return claim(account, rows.newFor(name, account, now.minus(settings.claimWithin()), now));
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("account", account).setCause(e).log("What was bought before is claimed later");
            return List.of();
        }
    }

    /** Somebody knows what the provider calls a buyer, which only the buyer's device does. */
    List<Claim> byCustomer(AccountId account, String provider, String customer) throws Refused {
        String name = pseudonyms.ofCustomer(provider, customer);
        List<Claim> claims = claim(account, rows.boughtAs(name, account));
        if (claims.isEmpty()) {
            throw PurchaseRefusal.PURCHASE_UNKNOWN.of("nothing is known to have been bought by this customer");
        }
        if (claims.stream().anyMatch(Claim::comesLater)) {
            rows.remember(name, account, clock.instant());
        }
        if (claims.stream().noneMatch(Claim::isGiven)) {
            throw claims.get(0).refusal().of("nothing that this customer has bought can be claimed now");
        }
        return claims;
    }

    private List<Claim> claim(AccountId account, List<Match> matches) {
        if (matches.isEmpty()) {
            return List.of();
        }
        PlanHeld plan = commands.sendAndWait(new AskPlan(account));
        return matches.stream()
                .map(match -> claim(match)
                        .map(refusal -> Claim.refused(match, refusal))
                        .orElseGet(() -> Claim.given(match, plan)))
                .toList();
    }

    /** Claims one; why it could not be, if it could not. */
    Optional<RefusalCode> claim(Match match) {
        try {
            commands.sendAndWait(wish(match));
            return Optional.empty();
        } catch (CommandExecutionException e) {
            if (e.getCause() instanceof Refused refused) {
                return Optional.of(refused.code());
            }
            throw e;
        }
    }

    private Object wish(Match match) {
        return match.isSubscription()
                ? new ClaimStoreSubscription(match.purchaseId(), match.claimant(), match.name(), clock.instant())
                : new ClaimPurchase(match.purchaseId(), match.claimant(), match.name(), clock.instant());
    }
}
