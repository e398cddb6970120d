package dev.earshot.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.earshot.api.account.Role;
import dev.earshot.platform.secrets.Secrets;
import dev.earshot.platform.web.WebTest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class TokensAtTheDoorTest extends WebTest {
    @Autowired
    private Secrets secrets;

    @Test
    void a_believed_token_names_the_caller() {
        var reply = api.get("/v1/probe/me")
                .bearer(tokenFor(Role.MEMBER, Role.LISTENER))
                .send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("accountId").asString()).isEqualTo(ann.value());
        assertThat(reply.body().path("roles").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "expired, TOKEN_EXPIRED",
        "forged, TOKEN_INVALID",
        "unsigned, TOKEN_INVALID",
        "of another key, TOKEN_INVALID",
        "of another algorithm, TOKEN_INVALID",
        "without an end, TOKEN_EXPIRED",
        "of a role that does not exist, TOKEN_INVALID",
        "for no account, TOKEN_INVALID",
        "no JWT at all, TOKEN_INVALID",
    })
    void a_token_that_cannot_be_believed_opens_nothing(String kind, String code) throws JOSEException {
        var reply = api.get("/v1/probe/me").bearer(token(kind)).send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/probe/me", "/v1/nothing-here", "/", "/error", "/actuator/prometheus", "/actuator"})
    void whatever_is_not_listed_as_open_needs_a_token(String path) {
        var reply = api.get(path).send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("TOKEN_MISSING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/v3/api-docs",
                "/swagger-ui/index.html"
            })
    void health_and_documentation_are_open(String path) {
        assertThat(api.get(path).send().status()).isEqualTo(200);
        assertThat(api.ask("HEAD", path).send().status()).isEqualTo(200);
    }

    @Test
    void an_old_token_does_not_keep_anybody_from_what_is_open() throws JOSEException {
        assertThat(api.get("/actuator/health").bearer(token("expired")).send().status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/probe/finance, MEMBER, 403",
        "/v1/probe/finance, FINANCE, 200",
        "/v1/probe/finance, SUPERADMIN, 403",
        "/actuator/prometheus, MEMBER, 403",
        "/actuator/prometheus, FINANCE, 403",
        "/actuator/prometheus, ADMIN, 200",
        "/actuator/prometheus, SUPERADMIN, 200",
    })
    void roles_open_what_is_theirs(String path, Role role, int status) {
        var reply = api.get(path).bearer(tokenFor(role)).send();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(status == 403 ? reply.code() : "FORBIDDEN").isEqualTo("FORBIDDEN");
    }

    @Test
    void a_browser_is_told_to_be_careful_and_gets_no_cookie() {
        var reply = api.get("/v1/probe/me").bearer(token).send();

        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(reply.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    @Test
    void other_origins_are_not_served_unless_the_settings_name_them() {
        var reply = api.get("/v1/probe/me")
                .bearer(token)
                .with("Origin", "https://elsewhere.example")
                .send();

        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    }

    private String token(String kind) throws JOSEException {
        byte[] ours = secrets.get("jwt");
        byte[] theirs = ours.clone();
        theirs[0]++;
        var soon = Instant.now().plusSeconds(60);
        var claims = new JWTClaimsSet.Builder()
                .subject(ann.value())
                .claim("roles", List.of("MEMBER"))
                .claim("sid", "ses_test")
                .issueTime(Date.from(Instant.now().minusSeconds(120)))
                .expirationTime(Date.from(soon));
        return switch (kind) {
            case "expired" ->
                signed(ours, claims.expirationTime(Date.from(Instant.now().minusSeconds(1))));
            case "forged" -> withClaim(signed(ours, claims), signed(ours, claims.claim("roles", List.of("ADMIN"))));
            case "unsigned" -> new PlainJWT(claims.build()).serialize();
            case "of another key" -> signed(theirs, claims);
            case "of another algorithm" -> signed(JWSAlgorithm.HS512, Arrays.copyOf(ours, 64), claims);
            case "without an end" -> signed(ours, claims.expirationTime(null));
            case "of a role that does not exist" -> signed(ours, claims.claim("roles", List.of("KING")));
            case "for no account" -> signed(ours, claims.subject("lis_1"));
            case "no JWT at all" -> "abc.def";
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String signed(byte[] key, JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(JWSAlgorithm.HS256, key, claims);
    }

    private static String signed(JWSAlgorithm algorithm, byte[] key, JWTClaimsSet.Builder claims) throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader(algorithm), claims.build());
        jwt.sign(new MACSigner(key));
        return jwt.serialize();
    }

    /** The header and signature of one token around the claims of another. */
    private static String withClaim(String token, String other) {
        var parts = token.split("\\.");
        return String.join(".", parts[0], other.split("\\.")[1], parts[2]);
    }
}
