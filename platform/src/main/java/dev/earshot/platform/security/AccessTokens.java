package dev.earshot.platform.security;

import static org.springframework.security.oauth2.core.OAuth2TokenValidatorResult.failure;
import static org.springframework.security.oauth2.core.OAuth2TokenValidatorResult.success;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.platform.people.ErasedAccounts;
import dev.earshot.platform.secrets.Secrets;
import dev.earshot.platform.start.CannotStart;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/**
 * Access tokens: signed JWTs that say which account asks, with which roles, in which session. They are believed without
 * a look into the database until they expire, or until their account is erased.
 */
@Component
public class AccessTokens {
    static final String ROLES = "roles";
    static final String SESSION = "sid";
    static final OAuth2Error EXPIRED = new OAuth2Error("TOKEN_EXPIRED");
    private static final OAuth2Error ERASED = new OAuth2Error("TOKEN_INVALID");

    private static final JwsHeader HEADER = JwsHeader.with(MacAlgorithm.HS256).build();

    private final Clock clock;
    private final Duration life;
    private final ErasedAccounts erased;
    private final JwtEncoder encoder;
    private final NimbusJwtDecoder decoder;

    AccessTokens(Secrets secrets, SessionSettings settings, Clock clock, ErasedAccounts erased) {
        SecretKey key = new SecretKeySpec(secrets.get("jwt"), "HmacSHA256");
        if (settings.access().compareTo(ErasedAccounts.KEPT) > 0) {
            throw new CannotStart("The setting session.access is too long.", "A day is the most.");
        }
        this.clock = clock;
        this.life = settings.access();
        this.erased = erased;
        this.encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                // By default it would be a hash of the secret.
                .jwkPostProcessor(jwk -> jwk.keyID("access"))
                .build();
        this.decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        decoder.setJwtValidator(this::validate);
    }

    /** A token for this account and session, believed for {@link #life()} from now. */
    public String issue(AccountId account, Set<Role> roles, String sessionId) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .subject(account.value())
                .claim(ROLES, roles.stream().map(Role::name).sorted().toList())
                .claim(SESSION, sessionId)
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .build();
        return encoder.encode(JwtEncoderParameters.from(HEADER, claims)).getTokenValue();
    }

    /** How long a token is believed. */
    public Duration life() {
        return life;
    }

    JwtDecoder decoder() {
        return decoder;
    }

    private OAuth2TokenValidatorResult validate(Jwt token) {
        var expires = token.getExpiresAt();
        if (expires == null || !clock.instant().isBefore(expires)) {
            return failure(EXPIRED);
        }
        return token.getSubject() != null && erased.include(token.getSubject()) ? failure(ERASED) : success();
    }
}
