package dev.earshot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.PersonId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.people.Sealing;
import dev.earshot.platform.web.Api;
import dev.earshot.platform.web.Api.Reply;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the command side takes over HTTP, as far as it shows without the other sides. */
@IntegrationTest(value = CommandSide.class, web = WebEnvironment.RANDOM_PORT)
class WishesOverHttpTest {
    private static final String PROFILE = """
            {"displayName": "Lea", "bio": "%s", "languages": ["en"], "skills": ["grief"],
             "ratePerMinute": {"minor": %d, "currency": "USD"}}""";

    @LocalServerPort
    int port;

    @Autowired
    EventStore log;

    @Autowired
    Sealing sealing;

    private Api api;

    @BeforeEach
    void dial() {
        api = new Api(port);
    }

    @Test
    void a_profile_puts_what_is_personal_sealed_into_the_log() {
        Person lea = signIn("listener");
        assertThat(lea.put("/v1/listeners/me/profile", PROFILE.formatted("I listen.", 250))
                        .status())
                .isEqualTo(204);
        assertThat(textsKept(lea))
                .hasSize(1)
                .first()
                .satisfies(kept -> assertThat(opened(kept, "bio")).contains("I listen."))
                .satisfies(kept -> assertThat(opened(kept, "displayName")).contains("Lea"));
        assertThat(textsKept(lea).toString()).doesNotContain("I listen");
        assertThat(Told.of(log, lea.listenerId()).toString()).doesNotContain("I listen");
    }

    @Test
    void a_profile_that_is_sent_again_adds_nothing_until_a_word_of_it_changes() {
        Person lea = signIn("listener");
        for (int i = 0; i < 3; i++) {
            lea.put("/v1/listeners/me/profile", PROFILE.formatted("I listen.", 250));
        }
        assertThat(textsKept(lea)).hasSize(1);

        lea.put("/v1/listeners/me/profile", PROFILE.formatted("I listen!", 250));
        lea.put("/v1/listeners/me/profile", PROFILE.formatted("", 250));
        lea.put("/v1/listeners/me/profile", PROFILE.formatted("", 250));
        lea.put("/v1/listeners/me/profile", PROFILE.formatted("I listen.", 250));

        assertThat(textsKept(lea)).hasSize(4);
        assertThat(opened(textsKept(lea).get(3), "bio")).contains("I listen.");
        assertThat(Told.of(log, lea.listenerId())).hasSize(1);
    }

    @Test
    void a_refused_profile_takes_its_texts_with_it() {
        Person lea = signIn("listener");
        lea.put("/v1/listeners/me/profile", PROFILE.formatted("I listen.", 250));
        Reply refused = lea.put("/v1/listeners/me/profile", PROFILE.formatted("I talk.", 1));
        assertThat(refused.code()).isEqualTo("RATE_OUT_OF_RANGE");
        assertThat(textsKept(lea))
                .hasSize(1)
                .allSatisfy(kept -> assertThat(opened(kept, "bio")).contains("I listen."));
    }

    @Test
    void nobody_goes_live_or_beats_without_what_it_takes() {
        Person lea = signIn("listener");
        assertThat(lea.put("/v1/listeners/me/presence", "{\"status\": \"LIVE\"}")
                        .code())
                .isEqualTo("PROFILE_REQUIRED");
        assertThat(lea.post("/v1/listeners/me/presence/heartbeat", "").code()).isEqualTo("LISTENER_NOT_LIVE");
        lea.put("/v1/listeners/me/profile", PROFILE.formatted("", 250));
        assertThat(lea.put("/v1/listeners/me/presence", "{\"status\": \"LIVE\"}")
                        .status())
                .isEqualTo(204);
        assertThat(lea.post("/v1/listeners/me/presence/heartbeat", "").status()).isEqualTo(204);
        lea.put("/v1/listeners/me/presence", "{\"status\": \"OFFLINE\"}");
        assertThat(lea.post("/v1/listeners/me/presence/heartbeat", "").code()).isEqualTo("LISTENER_NOT_LIVE");
    }

    @Test
    void a_member_is_no_listener() {
        Person ann = signIn("member");
        assertThat(ann.put("/v1/listeners/me/profile", PROFILE.formatted("", 250))
                        .status())
                .isEqualTo(403);
        assertThat(ann.put("/v1/listeners/me/presence", "{\"status\": \"LIVE\"}")
                        .status())
                .isEqualTo(403);
    }

    /** Elsewhere a retry with a new id paid the same top-up twice (Lago agent toolkit #65). */
    @Test
    void a_top_up_asked_for_again_is_the_same_top_up() {
        Person ann = signIn("member");
        String key = UUID.randomUUID().toString();
        String form = "{\"amount\": {\"minor\": 2000, \"currency\": \"USD\"}, \"method\": \"test_ok\"}";
        Reply first = ann.post("/v1/wallet/top-ups", form, key);
        Reply again = ann.post("/v1/wallet/top-ups", form, key);
        String id = first.body().path("topUpId").asString();
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Location")).isEqualTo("/v1/wallet/top-ups/" + id);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(Told.of(log, id)).singleElement().isInstanceOf(TopUpRequested.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"minor\": 2000, \"currency\": \"EUR\"}           | CURRENCY_MISMATCH",
                "{\"minor\": 0, \"currency\": \"USD\"}              | TOP_UP_AMOUNT_OUT_OF_RANGE",
                "{\"minor\": -2000, \"currency\": \"USD\"}          | TOP_UP_AMOUNT_OUT_OF_RANGE",
                "{\"minor\": 9223372036854775807, \"currency\": \"USD\"} | TOP_UP_AMOUNT_OUT_OF_RANGE",
                "{\"minor\": 9223372036854775808, \"currency\": \"USD\"} | VALIDATION_FAILED",
                "{\"minor\": 20.5, \"currency\": \"USD\"}           | VALIDATION_FAILED",
                "{\"minor\": \"2000\", \"currency\": \"USD\"}       | VALIDATION_FAILED",
                "{\"minor\": 2000}                                  | VALIDATION_FAILED",
                "null                                               | VALIDATION_FAILED"
            })
    void no_wrong_amount_reaches_a_provider(String amount, String code) {
        Reply reply =
                signIn("member").post("/v1/wallet/top-ups", "{\"amount\": " + amount + ", \"method\": \"test_ok\"}");
        assertThat(reply.code()).isEqualTo(code);
    }

    @Test
    void only_an_admin_gives_promotions() {
        Person ann = signIn("member");
        String path = "/v1/admin/wallets/" + WalletId.of(ann.accountId()) + "/promos";
        String form = "{\"unit\": \"SECONDS\", \"amount\": 300, \"expiresAt\": \"2100-01-01T00:00:00Z\"}";
        assertThat(ann.post(path, form).status()).isEqualTo(403);
        Person admin = signIn("admin");
        assertThat(admin.post(path, form).status()).isEqualTo(201);
        assertThat(Told.of(log, WalletId.of(ann.accountId()))).hasAtLeastOneElementOfType(PromoGranted.class);
        assertThat(admin.post("/v1/admin/wallets/wal_nobody/promos", form).code())
                .isEqualTo("WALLET_UNKNOWN");
        assertThat(admin.post(path, form.replace("2100", "2001")).code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void what_does_not_exist_can_be_neither_called_nor_liked() {
        Person ann = signIn("member");
        String form = "{\"listenerId\": \"lis_nobody\", \"media\": \"VOICE\", \"payWith\": \"WALLET\"}";
        assertThat(ann.post("/v1/calls", form).code()).isEqualTo("LISTENER_UNKNOWN");
        assertThat(ann.put("/v1/favourites/lis_nobody", "").code()).isEqualTo("LISTENER_UNKNOWN");
        assertThat(ann.post("/v1/calls/call_nothing/accept", "").code()).isEqualTo("CALL_UNKNOWN");
        assertThat(ann.post("/v1/calls/call_nothing/heartbeat", "{\"connected\": true, \"quality\": \"GOOD\"}")
                        .code())
                .isEqualTo("CALL_UNKNOWN");
    }

    @Test
    void a_refused_rating_takes_its_comment_with_it() {
        Person lea = signIn("listener");
        lea.put("/v1/listeners/me/profile", PROFILE.formatted("", 250));
        Person ann = signIn("member");
        String form = "{\"listenerId\": \"%s\", \"media\": \"VOICE\", \"payWith\": \"WALLET\"}";
        String call = ann.post("/v1/calls", form.formatted(lea.listenerId()))
                .body()
                .path("callId")
                .asString();
        Reply refused = ann.post("/v1/calls/" + call + "/rating", "{\"stars\": 1, \"comment\": \"Never again.\"}");
        assertThat(refused.code()).isEqualTo("CALL_NOT_ENDED");
        assertThat(textsKept(ann)).isEmpty();
    }

    private List<TextsKept> textsKept(Person person) {
        return Told.of(log, PersonId.of(person.accountId)).stream()
                .map(TextsKept.class::cast)
                .toList();
    }

    private Optional<String> opened(TextsKept kept, String field) {
        return sealing.open(kept.subject(), field, kept.fields().get(field));
    }

    private Person signIn(String role) {
        String form = """
                {"provider": "dev", "idToken": "dev:%s@example.com:%s", "device": {"id": "d", "platform": "web"}}""".formatted(UUID.randomUUID(), role);
        var session = api.post("/v1/sessions").json(form).send().body();
        return new Person(
                new AccountId(session.path("accountId").asString()),
                session.path("accessToken").asString());
    }

    /** Someone who is signed in. */
    private final class Person {
        private final AccountId accountId;
        private final String token;

        private Person(AccountId accountId, String token) {
            this.accountId = accountId;
            this.token = token;
        }

        AccountId accountId() {
            return accountId;
        }

        ListenerId listenerId() {
            return ListenerId.of(accountId);
        }

        Reply put(String path, String json) {
            return api.ask("PUT", path).bearer(token).json(json).send();
        }

        Reply post(String path, String json) {
            return post(path, json, UUID.randomUUID().toString());
        }

        Reply post(String path, String json, String key) {
            return api.post(path).bearer(token).key(key).json(json).send();
        }
    }
}
