package dev.earshot.platform.security;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.platform.web.Caller;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Somebody whose access token was believed. A controller may declare it as a parameter to learn the session. */
public final class SignedIn extends AbstractAuthenticationToken {
    private final transient Caller caller;
    private final String sessionId;
    private final Instant expiresAt;

    private SignedIn(Caller caller, String sessionId, Instant expiresAt) {
        super(caller.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.caller = caller;
        this.sessionId = sessionId;
        this.expiresAt = expiresAt;
        setAuthenticated(true);
    }

    /** Reads a token whose signature and life were checked. Fails for one of another shape, from another release. */
    static SignedIn of(Jwt token) {
        try {
            var roles = token.getClaimAsStringList(AccessTokens.ROLES).stream()
                    .map(Role::valueOf)
                    .collect(toUnmodifiableSet());
            var sessionId = Objects.requireNonNull(token.getClaimAsString(AccessTokens.SESSION));
            var expiresAt = Objects.requireNonNull(token.getExpiresAt());
            return new SignedIn(new Caller(new AccountId(token.getSubject()), roles), sessionId, expiresAt);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new InvalidBearerTokenException("The token has another shape", e);
        }
    }

    /** The session that the token was issued for. */
    public String sessionId() {
        return sessionId;
    }

    /** When the token ceases to be believed; nothing that it opened may last longer. */
    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return caller.accountId().value();
    }
}
