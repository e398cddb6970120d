package dev.earshot.query.stream;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.earshot.api.account.Role;
import dev.earshot.api.call.Side;
import dev.earshot.api.id.AccountId;
import dev.earshot.platform.secrets.Secrets;
import dev.earshot.query.CallStory;
import dev.earshot.query.QueryTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StreamApiTest extends QueryTest {
    @Autowired
    private Secrets secrets;

    private final List<StreamClient> clients = new ArrayList<>();

    @AfterEach
    void hangUp() {
        clients.forEach(StreamClient::close);
    }

    @Test
    void each_side_hears_its_own_side_of_a_call_as_it_happens() throws Exception {
        var grant = story.cash(300);
        var member = connect(story.member, null);
        var listener = connect(story.listener, null);

        publish(story.connectedOn(5000, grant));
        // A client that still has much to read is told no draws.
        soon(() -> assertThat(member.types()).contains("CallConnected"));
        soon(() -> assertThat(listener.types()).contains("CallConnected"));
        publish(story.drawn(grant, 37));
        soon(() -> assertThat(member.events()).contains("draw"));
        publish(story.settledAfter(37, grant));

        soon(() -> assertThat(member.types())
                .containsExactly(
                        "WalletOpened",
                        "TopUpRequested",
                        "TopUpPaid",
                        "TopUpCredited",
                        "CallRequested",
                        "HoldPlaced",
                        "CallAdmitted",
                        "CallAccepted",
                        "ParticipantJoined",
                        "ParticipantJoined",
                        "CallConnected",
                        "CallEnded",
                        "HoldCaptured"));
        soon(() -> assertThat(listener.types())
                .containsExactly(
                        "ListenerWentLive",
                        "ListenerEngaged",
                        "CallAdmitted",
                        "CallAccepted",
                        "ParticipantJoined",
                        "ParticipantJoined",
                        "CallConnected",
                        "CallEnded",
                        "ListenerDisengaged",
                        "EarningsCredited"));
        assertThat(draw(member).toString()).contains("\"charged\":122").doesNotContain("earned");
        assertThat(draw(listener).toString()).contains("\"earned\":104").doesNotContain("charged");
    }

    @Test
    void a_client_that_comes_back_hears_what_it_missed_once_and_in_order() throws Exception {
        var client = connect(story.member, null);
        publish(story.walletOpened());
        soon(() -> assertThat(client.types()).containsExactly("WalletOpened"));
        client.close();

        given(story.topUpRequested(500), story.topUpPaid(500));
        publish(story.topUpCredited(500));
        var again = connect(story.member, client.lastId());
        publish(story.requested());

        soon(() -> assertThat(again.types())
                .containsExactly("TopUpRequested", "TopUpPaid", "TopUpCredited", "CallRequested"));
    }

    @Test
    void nobody_hears_of_others() throws Exception {
        var stranger = connect(new CallStory().member, null);
        given(story.connectedOn(5000, story.cash(300)));
        var listener = connect(story.listener, "0");

        soon(() -> assertThat(listener.types()).contains("CallConnected"));
        assertThat(stranger.types()).isEmpty();
        assertThat(listener.types()).doesNotContain("HoldPlaced", "TopUpPaid", "CallRequested");
    }

    @Test
    void the_oldest_stream_of_an_account_gives_way() throws Exception {
        var oldest = connect(story.member, null);
        for (int i = 0; i < 5; i++) {
            connect(story.member, null);
        }

        soon(() -> assertThat(oldest.events()).contains("replaced"));
        await().atMost(10, SECONDS).until(oldest::hasEnded);
        publish(story.walletOpened());
        soon(() -> assertThat(clients.get(5).types()).contains("WalletOpened"));
    }

    @Test
    void a_stream_ends_with_its_token_and_goes_on_with_a_fresh_one() throws Exception {
        var expires = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
        var client = open(tokenUntil(expires), null);
        publish(story.walletOpened());
        soon(() -> assertThat(client.types()).containsExactly("WalletOpened"));

        await().atMost(10, SECONDS).until(client::hasEnded);
        assertThat(Instant.now()).isAfterOrEqualTo(expires);
        given(story.topUpRequested(500));
        var again = connect(story.member, client.lastId());

        soon(() -> assertThat(again.types()).containsExactly("TopUpRequested"));
    }

    @Test
    void a_draw_is_not_told_again() throws Exception {
        var grant = story.cash(300);
        given(story.connectedOn(5000, grant));
        given(story.joined(Side.MEMBER), story.drawn(grant, 10));

        var client = connect(story.member, "0");

        soon(() -> assertThat(client.types()).contains("CallConnected"));
        assertThat(client.events()).doesNotContain("draw");
    }

    @Test
    void without_a_token_there_is_no_stream() {
        assertThat(api.get("/v1/stream").send().status()).isEqualTo(401);
        assertThat(api.get("/v1/stream?lastEventId=x")
                        .bearer(token(story.member, Role.MEMBER))
                        .send()
                        .status())
                .isEqualTo(400);
    }

    private StreamClient connect(AccountId account, String lastEventId) throws Exception {
        return open(token(account, Role.MEMBER, Role.LISTENER), lastEventId);
    }

    private StreamClient open(String token, String lastEventId) throws Exception {
        var client = new StreamClient(port, token, lastEventId);
        clients.add(client);
        soon(() -> assertThat(client.events()).contains("hello"));
        return client;
    }

    private String tokenUntil(Instant expires) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .subject(story.member.value())
                .claim("roles", List.of("MEMBER"))
                .claim("sid", "ses_short")
                .expirationTime(Date.from(expires))
                .build();
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner(secrets.get("jwt")));
        return jwt.serialize();
    }

    private static Object draw(StreamClient client) {
        return client.messages.stream()
                .filter(message -> message.event().equals("draw"))
                .findAny()
                .orElseThrow()
                .data();
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(10, SECONDS).untilAsserted(assertion);
    }
}
