package dev.earshot.command.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.listener.ListenerCommand.PublishProfile;
import dev.earshot.api.money.Money;
import dev.earshot.command.CommandSide;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.security.AccessTokens;
import dev.earshot.platform.web.Api;
import dev.earshot.platform.web.Api.Reply;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What nobody can try in the lab or run as a shadow is refused by name, before anything has happened. */
@IntegrationTest(value = CommandSide.class, web = WebEnvironment.RANDOM_PORT)
class LabWishesTest {
    private static final String QUESTION = """
            {"candidates": %s, "window": {"from": "%s", "until": "%s"}, "cohort": %s}""";

    @LocalServerPort
    int port;

    @Autowired
    AccessTokens tokens;

    @Autowired
    CommandGateway commands;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                            | {}                           | CANDIDATES_MISSING   | candidates
            [{"name": "a"}, {"name": "a"}]                | {}                           | CANDIDATES_ALIKE     | candidates
            [{"name": "a"}, {"name": "b", "rateBasisPoints": -1}]       | {}             | TERMS_IMPOSSIBLE     | candidates[1].rateBasisPoints
            [{"name": "a", "leastSeconds": 0}]            | {}                           | TERMS_IMPOSSIBLE     | candidates[0].leastSeconds
            [{"name": "a", "leastSeconds": 3601}]         | {}                           | TERMS_IMPOSSIBLE     | candidates[0].leastSeconds
            [{"name": "a", "burnOrder": ["GRACE"]}]       | {}                           | TERMS_IMPOSSIBLE     | candidates[0].burnOrder
            [{"name": "a"}, {"name": "b", "burnOrder": ["CASH", "CASH"]}] | {}           | TERMS_IMPOSSIBLE     | candidates[1].burnOrder
            [{"name": "a", "burnOrder": ["PURSE"]}]       | {}                           | VALIDATION_FAILED    | candidates[0].burnOrder[0]
            [{"name": "a", "burnOrder": [null]}]          | {}                           | VALIDATION_FAILED    | candidates[0].burnOrder[0]
            [{"name": "a", "listenerBasisPoints": {"lis_1": null}}]     | {}             | VALIDATION_FAILED    | candidates[0].listenerBasisPoints[lis_1]
            [{"name": "a", "listenerBasisPoints": {"lis_1": 0}}]        | {}             | TERMS_IMPOSSIBLE     | candidates[0].listenerBasisPoints
            [{"name": "a"}, {"name": "b", "listenerBasisPoints": {"lis_nobody": 9000}}] | {} | LISTENER_UNKNOWN   | candidates[1].listenerBasisPoints
            [null]                                        | {}                           | VALIDATION_FAILED    | candidates[0]
            [{"name": "a"}, {"name": "b", "prices": {"feeBasisPoints": 10001}}] | {}     | PRICES_IMPOSSIBLE    | candidates[1].prices.feeBasisPoints
            [{"name": "a", "prices": {"feeBasisPoints": -1}}]           | {}             | PRICES_IMPOSSIBLE    | candidates[0].prices.feeBasisPoints
            [{"name": "a", "prices": {"tokenValue": 0}}]  | {}                           | PRICES_IMPOSSIBLE    | candidates[0].prices.tokenValue
            [{"name": "a", "prices": {"tokenValue": 9223372036854775807}}] | {}          | PRICES_IMPOSSIBLE    | candidates[0].prices.tokenValue
            [{"name": "a", "prices": {"graceUntilSecond": 9223372036854775807}}] | {}    | PRICES_IMPOSSIBLE    | candidates[0].prices.graceUntilSecond
            [{"name": "a", "prices": {"gracesPerDay": -1}}] | {}                         | PRICES_IMPOSSIBLE    | candidates[0].prices.gracesPerDay
            [{"name": "a"}]                               | {"countries": ["Germany"]}   | COHORT_IMPOSSIBLE    | cohort.countries
            [{"name": "a"}]                               | {"countries": ["DE", "QQ"]}  | COHORT_IMPOSSIBLE    | cohort.countries
            [{"name": "a"}]                               | {"sampleBasisPoints": 0}     | COHORT_IMPOSSIBLE    | cohort.sampleBasisPoints
            [{"name": "a"}]                               | {"versions": ["GOLD"]}       | VALIDATION_FAILED    | cohort.versions[0]
            [{"name": "a"}]                               | {"listeners": ["lis_nobody"]} | LISTENER_UNKNOWN    | cohort.listeners
            """)
    void what_cannot_be_tried_is_refused_by_name_and_by_the_field_to_blame(
            String candidates, String cohort, String code, String field) {
        Reply reply = ask(candidates, Instant.now().minusSeconds(3_600), Instant.now(), cohort);

        assertThat(reply.code()).as(reply.http().body()).isEqualTo(code);
        assertThat(reply.body().at("/errors/0/field").asString())
                .as(reply.http().body())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, WINDOW_EMPTY, window",
        "3600, 0, WINDOW_EMPTY, window",
        "-60, 60, WINDOW_IN_THE_FUTURE, window.until",
        "60, 3600, WINDOW_IN_THE_FUTURE, window.from",
        "-999999999, -999999998, WINDOW_BEFORE_LOG, window.until"
    })
    void a_window_without_any_call_is_refused_at_once(long from, long until, String code, String field) {
        listener("acc_first"); // The log has begun.

        Instant now = Instant.now();
        Reply reply = ask("""
                [{"name": "a"}]""", now.plusSeconds(from), now.plusSeconds(until), "{}");

        assertThat(reply.code()).as(reply.http().body()).isEqualTo(code);
        assertThat(reply.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void who_is_a_listener_can_be_asked_for() {
        ListenerId lea = listener("acc_wanted");

        Reply reply = ask("""
                [{"name": "a", "listenerBasisPoints": {"%s": 9000}}]""".formatted(lea), Instant.now().minusSeconds(3_600), Instant.now(), """
                {"listeners": ["%s"]}""".formatted(lea));

        assertThat(reply.status()).as(reply.http().body()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Lower%20Fee | {}                          | SHADOW_NAME_IMPOSSIBLE
            lower-fee   | {"rateBasisPoints": 100001} | TERMS_IMPOSSIBLE
            lower-fee   | {"prices": {"feeBasisPoints": -1}} | PRICES_IMPOSSIBLE
            lower-fee   | {"listenerBasisPoints": {"lis_nobody": 1}} | LISTENER_UNKNOWN
            lower-fee   | {"burnOrder": [null]}       | VALIDATION_FAILED
            lower-fee   | {"candidate": {}}           | VALIDATION_FAILED
            """)
    void what_cannot_run_as_a_shadow_is_refused_by_name(String name, String form, String code) {
        Reply reply = send("PUT", "/v1/admin/shadow-plans/" + name, form);
        assertThat(reply.code()).as(reply.http().body()).isEqualTo(code);
    }

    private ListenerId listener(String account) {
        ListenerId listener = ListenerId.of(new AccountId(account));
        commands.sendAndWait(new PublishProfile(listener, Set.of("en"), Set.of(), Money.of(250, "USD"), Instant.now()));
        return listener;
    }

    private Reply ask(String candidates, Instant from, Instant until, String cohort) {
        return send("POST", "/v1/simulations", QUESTION.formatted(candidates, from, until, cohort));
    }

    private Reply send(String method, String path, String json) {
        String token = tokens.issue(new AccountId("acc_ada"), EnumSet.of(Role.ADMIN), "ses_test");
        return new Api(port)
                .ask(method, path)
                .bearer(token)
                .key(UUID.randomUUID().toString())
                .json(json)
                .send();
    }
}
