package dev.earshot.command.session;

import dev.earshot.api.account.Role;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.security.IdentityProvider;
import dev.earshot.platform.security.SessionRefusal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Believes everybody: the token is {@code dev:<email>[:role,role]}. It exists only where nothing is at stake; naming it
 * in another profile finds nothing.
 */
@Component
@Profile("(dev | demo | test) & !prod")
class DevIdentities implements IdentityProvider {
    private static final Pattern TOKEN =
            Pattern.compile("dev:(?<email>[^\\s:@]{1,64}@[^\\s:@]{1,255})(:(?<roles>[A-Za-z,]{1,100}))?");

    @Override
    public String name() {
        return "dev";
    }

    @Override
    public Person verify(String idToken) throws Refused {
        var token = TOKEN.matcher(idToken);
        if (!token.matches()) {
            throw invalid();
        }
        var roles = token.group("roles");
        var email = token.group("email");
        return new Person(email, roles == null ? Set.of() : roles(roles), email);
    }

    private static Set<Role> roles(String names) throws Refused {
        var roles = EnumSet.noneOf(Role.class);
        for (var name : names.split(",")) {
            try {
                roles.add(Role.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw invalid();
            }
        }
        return roles;
    }

    private static Refused invalid() {
        return SessionRefusal.ID_TOKEN_INVALID.of(
                "A dev token has the form dev:<email> or dev:<email>:<role>,<role> with the roles %s.",
                EnumSet.allOf(Role.class));
    }
}
