package dev.earshot.command.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.command.CommandSide;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.security.AccessTokens;
import dev.earshot.platform.web.Api;
import dev.earshot.platform.web.Api.Reply;
import java.util.EnumSet;
import java.util.UUID;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"name": "a"}]                               | 2026-05-01T00:00:00Z | 2026-05-01T00:00:00Z | {}                         | WINDOW_EMPTY
            [{"name": "a"}]                               | 2026-05-02T00:00:00Z | 2026-05-01T00:00:00Z | {}                         | WINDOW_EMPTY
            [{"name": "a"}]                               | 2026-05-01T00:00:00Z | 2999-01-01T00:00:00Z | {}                         | WINDOW_IN_THE_FUTURE
            []                                            | 2026-05-01T00:00:00Z | 2026-06-01T00:00:00Z | {}                         | CANDIDATES_MISSING
            [{"name": "a"}, {"name": "a"}]                | 2026-05-01T00:00:00Z | 2026-06-01T00:00:00Z | {}                         | CANDIDATES_ALIKE
            [{"name": "a", "rateBasisPoints": -1}]        | 2026-05-01T00:00:00Z | 2026-06-01T00:00:00Z | {}                         | TERMS_IMPOSSIBLE
            [{"name": "a", "leastSeconds": 0}]            | 2026-05-01T00:00:00Z | 2026-06-01T00:00:00Z | {}                         | TERMS_IMPOSSIBLE
            [{"name": "a", "burnOrder": ["GRACE"]}]       | 2026-05-01T00:00:00Z | 2026-06-01T00:00:00Z | {}                         | TERMS_IMPOSSIBLE
            [{"name": "a", "burnOrder": ["PURSE"]}]       | 2026-05-01T00:00:00Z | 2026-06-01T00:00:00Z | {}                         | VALIDATION_FAILED
            [{"name": "a", "burnOrder": [null]}]          | 2026-05-01T00:00:00Z | 2026-06-01T00:00:00Z | {}                         | VALIDATION_FAILED
            [{"name": "a", "listenerBasisPoints": {"lis_1": null}}] | 2026-05-01T00:00:00Z | 2026-06-01T00:00:00Z | {}               | VALIDATION_FAILED
            [null]                                        | 2026-05-01T00:00:00Z | 2026-06-01T00:00:00Z | {}                         | VALIDATION_FAILED
            [{"name": "a", "prices": {"feeBasisPoints": 10001}}] | 2026-05-01T00:00:00Z | 2026-06-01T00:00:00Z | {}                  | PRICES_IMPOSSIBLE
            [{"name": "a", "prices": {"tokenValue": 0}}]  | 2026-05-01T00:00:00Z | 2026-06-01T00:00:00Z | {}                         | PRICES_IMPOSSIBLE
            [{"name": "a"}]                               | 2026-05-01T00:00:00Z | 2026-06-01T00:00:00Z | {"countries": ["Germany"]} | COHORT_IMPOSSIBLE
            [{"name": "a"}]                               | 2026-05-01T00:00:00Z | 2026-06-01T00:00:00Z | {"sampleBasisPoints": 0}   | COHORT_IMPOSSIBLE
            [{"name": "a"}]                               | 2026-05-01T00:00:00Z | 2026-06-01T00:00:00Z | {"listeners": ["lis_nobody"]} | LISTENER_UNKNOWN
            """)
    void what_cannot_be_tried_is_refused_by_name(
            String candidates, String from, String until, String cohort, String code) {
        Reply reply = send("POST", "/v1/simulations", QUESTION.formatted(candidates, from, until, cohort));
        assertThat(reply.code()).as(reply.http().body()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Lower%20Fee | {}                          | SHADOW_NAME_IMPOSSIBLE
            lower-fee   | {"rateBasisPoints": 100001} | TERMS_IMPOSSIBLE
            lower-fee   | {"burnOrder": [null]}       | VALIDATION_FAILED
            lower-fee   | {"candidate": {}}           | VALIDATION_FAILED
            """)
    void what_cannot_run_as_a_shadow_is_refused_by_name(String name, String form, String code) {
        Reply reply = send("PUT", "/v1/admin/shadow-plans/" + name, form);
        assertThat(reply.code()).as(reply.http().body()).isEqualTo(code);
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
