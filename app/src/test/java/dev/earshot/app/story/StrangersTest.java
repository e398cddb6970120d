package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class StrangersTest {
    @Test
    void nobody_gets_in_without_a_token() {
        Answer answer = Market.api().anonymous().get("/v1/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("TOKEN_MISSING");
    }

    @Test
    void an_expired_token_says_so() throws JOSEException {
        Person ann = Market.somebody();
        String expired = token(ann, Running.TOKEN_SECRET, Instant.now().minus(Duration.ofMinutes(1)));

        Answer answer = ann.withToken(expired).get("/v1/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("TOKEN_EXPIRED");
    }

    @Test
    void a_forged_token_opens_nothing() throws JOSEException {
        Person ann = Market.somebody();
        byte[] guessed = "somebody guessed this secret and was wrong".getBytes(StandardCharsets.UTF_8);
        String forged = token(ann, guessed, Instant.now().plus(Duration.ofMinutes(10)));

        Answer answer = ann.withToken(forged).get("/v1/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void a_token_without_a_signature_opens_nothing() {
        Person ann = Market.somebody();
        String[] parts = ann.token().split("\\.");

        Answer answer = ann.withToken("eyJhbGciOiJub25lIn0." + parts[1] + ".").get("/v1/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void nobody_sees_anothers_wallet_or_top_ups() {
        Member ann = Market.memberWith(0);
        String topUp = ann.topUp(2_000, "test_ok");
        Market.eventually().until(() -> Market.wallet(ann, "available") == 2_000);
        Member eve = Market.memberWith(0);

        assertThat(eve.wallet().text("walletId")).isNotEqualTo(ann.wallet().text("walletId"));
        assertThat(eve.person().get("/v1/wallet/entries").ok().at("items")).isEmpty();
        assertThat(eve.person().get("/v1/wallet/top-ups/" + topUp).code()).isEqualTo("TOP_UP_UNKNOWN");
    }

    @Test
    void a_key_of_one_account_means_nothing_to_another() {
        Member ann = Market.memberWith(0);
        Member eve = Market.memberWith(0);
        var body = Map.of("amount", Member.usd(2_000), "method", "test_ok");

        String hers =
                ann.person().post("/v1/wallet/top-ups", body, "shared-key").text("topUpId");
        String theirs =
                eve.person().post("/v1/wallet/top-ups", body, "shared-key").text("topUpId");

        assertThat(List.of(hers, theirs)).doesNotHaveDuplicates().doesNotContain("");
    }

    private static String token(Person person, byte[] secret, Instant expires) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .subject(person.accountId())
                .claim("roles", List.of("MEMBER", "ADMIN"))
                .claim("sid", "ses_1")
                .issueTime(Date.from(expires.minus(Duration.ofMinutes(15))))
                .expirationTime(Date.from(expires))
                .build();
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner(secret));
        return jwt.serialize();
    }
}
