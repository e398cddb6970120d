package dev.earshot.command.session;

import dev.earshot.api.account.AccountCommand.RegisterAccount;
import dev.earshot.api.account.Role;
import dev.earshot.api.account.RolesHeld;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.WalletCommand.OpenWallet;
import dev.earshot.command.pricing.PricingSettings;
import dev.earshot.command.purchase.Claim;
import dev.earshot.command.purchase.Claims;
import dev.earshot.platform.security.Identities;
import dev.earshot.platform.security.IdentityProvider;
import dev.earshot.platform.security.SessionRefusal;
import java.time.Clock;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Makes sure that whoever signs in has an account and a wallet, and gets what they bought before. Doing it again changes
 * nothing.
 */
@Component
class SignIn {
    private final List<IdentityProvider> providers;
    private final Identities identities;
    private final CommandGateway commands;
    private final Clock clock;
    private final Currency currency;
    private final Claims claims;

    SignIn(
            List<IdentityProvider> providers,
            Identities identities,
            CommandGateway commands,
            Clock clock,
            PricingSettings pricing,
            Claims claims) {
        this.providers = providers;
        this.identities = identities;
        this.commands = commands;
        this.clock = clock;
        this.currency = pricing.currency();
        this.claims = claims;
    }

    /** The account of whom the token speaks, with all its roles. Everybody is at least a member. */
    Member member(String provider, String idToken) throws Refused {
        var person = provider(provider).verify(idToken);
        var account = identities.accountOf(provider, person.subject());
        var asked = EnumSet.of(Role.MEMBER);
        asked.addAll(person.roles());
        var roles = register(account, asked);
        commands.sendAndWait(new OpenWallet(WalletId.of(account), currency, clock.instant()));
        return new Member(account, roles, claims.byEmail(account, person.verifiedEmail()));
    }

    /** The account with the roles it has by now. */
    Member member(AccountId account) {
        return new Member(account, register(account, Set.of()), List.of());
    }

    /** An account, what it is, and what became of purchases made under its e-mail before. */
    record Member(AccountId accountId, Set<Role> roles, List<Claim> claims) {}

    private Set<Role> register(AccountId account, Set<Role> roles) {
        RolesHeld held = commands.sendAndWait(new RegisterAccount(account, roles, clock.instant()));
        return held.roles();
    }

    private IdentityProvider provider(String name) throws Refused {
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> SessionRefusal.PROVIDER_UNAVAILABLE.of("Nobody can sign in with %s here.", name));
    }
}
