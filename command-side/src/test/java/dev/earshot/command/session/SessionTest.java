package dev.earshot.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import dev.earshot.command.CommandSide;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.web.Api;
import dev.earshot.platform.web.Api.Reply;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest(value = CommandSide.class, web = WebEnvironment.RANDOM_PORT)
class SessionTest {
    @LocalServerPort
    private int port;

    @Autowired
    private EventStore log;

    @Autowired
    private JdbcClient jdbc;

    private final String email = UUID.randomUUID() + "@example.com";
    private Api api;

    @BeforeEach
    void call() {
        api = new Api(port);
    }

    @Test
    void whoever_signs_in_is_a_member_with_an_account_and_a_wallet() {
        var session = signIn("dev", "dev:" + email, "web");

        assertThat(session.status()).isEqualTo(201);
        assertThat(session.body().path("expiresInSeconds").asInt()).isEqualTo(900);
        assertThat(roles(session)).isEqualTo("[\"MEMBER\"]");
        var account = text(session, "accountId");
        assertThat(account).startsWith("acc_");
        assertThat(eventsOf(account)).as("registered, and put on a version").isEqualTo(2);
        assertThat(eventsOf(account.replace("acc_", "wal_"))).isEqualTo(1);
    }

    @Test
    void signing_in_again_is_the_same_account_and_changes_nothing() {
        var first = signIn("dev", "dev:" + email, "web");
        var second = signIn("dev", "dev:" + email, "ios");

        assertThat(text(second, "accountId")).isEqualTo(text(first, "accountId"));
        assertThat(eventsOf(text(first, "accountId"))).isEqualTo(2);
    }

    @Test
    void an_account_keeps_the_roles_it_was_given_and_its_tokens_carry_them() {
        signIn("dev", "dev:" + email + ":listener", "web");
        var later = signIn("dev", "dev:" + email + ":finance,ADMIN", "web");
        var plain = signIn("dev", "dev:" + email, "web");

        assertThat(roles(later)).isEqualTo("[\"MEMBER\",\"LISTENER\",\"ADMIN\",\"FINANCE\"]");
        assertThat(roles(plain)).isEqualTo(roles(later));
        assertThat(api.get("/actuator/prometheus")
                        .bearer(text(plain, "accessToken"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_refresh_token_is_good_once_and_showing_it_twice_signs_the_device_out() {
        var first = signIn("dev", "dev:" + email, "web");
        var second = refresh(text(first, "refreshToken"));
        var reused = refresh(text(first, "refreshToken"));
        var orphaned = refresh(text(second, "refreshToken"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(text(second, "accountId")).isEqualTo(text(first, "accountId"));
        assertThat(reused.status()).isEqualTo(401);
        assertThat(reused.code()).isEqualTo("REFRESH_TOKEN_REUSED");
        assertThat(orphaned.code()).isEqualTo("REFRESH_TOKEN_INVALID");
    }

    @Test
    void a_refresh_brings_the_roles_that_were_granted_meanwhile() {
        var phone = signIn("dev", "dev:" + email, "ios");
        signIn("dev", "dev:" + email + ":listener", "web");

        assertThat(roles(refresh(text(phone, "refreshToken")))).isEqualTo("[\"MEMBER\",\"LISTENER\"]");
    }

    @Test
    void signing_out_ends_this_devices_session_alone() {
        var phone = signIn("dev", "dev:" + email, "ios");
        var web = signIn("dev", "dev:" + email, "web");

        var out = api.ask("DELETE", "/v1/sessions/current")
                .bearer(text(phone, "accessToken"))
                .send();

        assertThat(out.status()).isEqualTo(204);
        assertThat(refresh(text(phone, "refreshToken")).code()).isEqualTo("REFRESH_TOKEN_INVALID");
        assertThat(refresh(text(web, "refreshToken")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "google, abc, 422, PROVIDER_UNAVAILABLE",
        "nobody, abc, 422, PROVIDER_UNAVAILABLE",
        "dev, abc, 401, ID_TOKEN_INVALID",
        "dev, dev:not-an-address, 401, ID_TOKEN_INVALID",
        "dev, dev:a@b.c:king, 401, ID_TOKEN_INVALID",
        "dev, dev:a@b.c:, 401, ID_TOKEN_INVALID",
        "'', abc, 400, VALIDATION_FAILED",
        "dev, '', 400, VALIDATION_FAILED",
    })
    void nobody_is_signed_in_without_a_provider_that_vouches(String provider, String token, int status, String code) {
        var reply = signIn(provider, token, "web");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
    }

    @Test
    void a_device_is_one_of_the_known_platforms() {
        var reply = signIn("dev", "dev:" + email, "fridge");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().at("/errors/0/field").asString("")).isEqualTo("device.platform");
    }

    @Test
    void an_answer_with_tokens_in_it_is_never_stored() {
        var access = text(signIn("dev", "dev:" + email, "web"), "accessToken");
        api.ask("DELETE", "/v1/sessions/current").bearer(access).key("k1").send();

        assertThat(count("SELECT count(*) FROM idempotency")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "prod,dev", "other"})
    void nobody_is_believed_blindly_outside_the_profiles_for_it(String profiles) {
        new ApplicationContextRunner()
                .withInitializer(context -> context.getEnvironment().setActiveProfiles(profiles.split(",")))
                .withUserConfiguration(DevIdentities.class)
                .run(context -> assertThat(context).doesNotHaveBean(DevIdentities.class));
    }

    @Test
    void every_role_can_be_asked_for_where_nothing_is_at_stake() throws Exception {
        var person = new DevIdentities().verify("dev:a@b.c:member,listener,supervisor,admin,superadmin,finance");

        assertThat(person.roles()).containsExactlyInAnyOrder(Role.values());
        assertThat(person.subject()).isEqualTo("a@b.c");
    }

    private Reply signIn(String provider, String token, String platform) {
        return api.post("/v1/sessions")
                .json("""
                        {"provider":"%s","idToken":"%s","device":{"id":"%s device","platform":"%s"}}""".formatted(provider, token, platform, platform))
                .send();
    }

    private Reply refresh(String token) {
        return api.post("/v1/sessions/refresh")
                .json("{\"refreshToken\":\"" + token + "\"}")
                .send();
    }

    private long eventsOf(String aggregate) {
        return log.readEvents(aggregate).asStream().count();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static String roles(Reply session) {
        return session.body().path("roles").toString();
    }

    private static String text(Reply reply, String field) {
        return reply.body().path(field).asString("");
    }
}
