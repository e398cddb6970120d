package dev.earshot.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.refusal.RefusalCode;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.Platform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest(Platform.class)
class SessionsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final SessionSettings SETTINGS = new SessionSettings(Duration.ofMinutes(15), Duration.ofDays(30));

    @Autowired
    private JdbcClient jdbc;

    private final AccountId ann =
            new AccountId(AccountId.PREFIX + UUID.randomUUID().toString().replace("-", ""));

    @Test
    void a_refresh_keeps_session_and_account_and_hands_out_another_token() throws Refused {
        var first = today().open(ann, "phone", "ios");

        var second = today().refresh(first.refreshToken());

        assertThat(second.sessionId()).isEqualTo(first.sessionId());
        assertThat(second.accountId()).isEqualTo(ann);
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(today().owner(second.refreshToken())).isEqualTo(ann);
    }

    @Test
    void showing_a_used_token_ends_the_session_for_everybody_who_holds_it() throws Refused {
        var first = today().open(ann, "phone", "ios");
        var second = today().refresh(first.refreshToken());

        assertThat(refusal(() -> today().refresh(first.refreshToken()))).isEqualTo(SessionRefusal.REFRESH_TOKEN_REUSED);
        assertThat(refusal(() -> today().refresh(second.refreshToken())))
                .isEqualTo(SessionRefusal.REFRESH_TOKEN_INVALID);
    }

    @Test
    void only_one_of_many_who_show_the_same_token_at_once_gets_another() throws Exception {
        var first = today().open(ann, "phone", "ios");
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> refresh = () -> refusal(() -> today().refresh(first.refreshToken())) == null;
            var results = pool.invokeAll(Stream.generate(() -> refresh).limit(8).toList());
            int refreshed = 0;
            for (var result : results) {
                refreshed += result.get() ? 1 : 0;
            }
            assertThat(refreshed).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_token_lives_thirty_days_after_the_last_refresh() throws Refused {
        var first = today().open(ann, "phone", "ios");

        var later = after(Duration.ofDays(29)).refresh(first.refreshToken());

        assertThat(after(Duration.ofDays(58)).owner(later.refreshToken())).isEqualTo(ann);
        assertThat(refusal(() -> after(Duration.ofDays(60)).refresh(later.refreshToken())))
                .isEqualTo(SessionRefusal.REFRESH_TOKEN_INVALID);
    }

    @Test
    void signing_in_again_on_a_device_ends_only_that_devices_session() throws Refused {
        var phone = today().open(ann, "phone", "ios");
        var web = today().open(ann, "laptop", "web");
        today().open(ann, "phone", "ios");

        assertThat(refusal(() -> today().refresh(phone.refreshToken())))
                .isEqualTo(SessionRefusal.REFRESH_TOKEN_INVALID);
        assertThat(today().refresh(web.refreshToken()).accountId()).isEqualTo(ann);
    }

    @Test
    void what_was_never_a_token_opens_nothing() {
        for (var token : new String[] {"", ".", "x", "ses_unknown.secret"}) {
            assertThat(refusal(() -> today().refresh(token))).isEqualTo(SessionRefusal.REFRESH_TOKEN_INVALID);
        }
    }

    @Test
    void no_token_is_stored_and_expired_sessions_are_swept() {
        var session = today().open(ann, "phone", "ios");
        assertThat(rows(session)).isEqualTo(1);

        after(Duration.ofDays(31)).sweep();

        assertThat(rows(session)).isZero();
    }

    private long rows(Tokens session) {
        return jdbc.sql("SELECT count(*) FROM session s WHERE session_id = ? AND s::text NOT LIKE '%' || ? || '%'")
                .params(
                        session.sessionId(),
                        session.refreshToken().substring(session.sessionId().length() + 1))
                .query(Long.class)
                .single();
    }

    private Sessions today() {
        return after(Duration.ZERO);
    }

    private Sessions after(Duration time) {
        return new Sessions(jdbc, Clock.fixed(START.plus(time), ZoneOffset.UTC), SETTINGS);
    }

    private static RefusalCode refusal(Callable<?> attempt) {
        var refused = catchThrowableOfType(Refused.class, attempt::call);
        return refused == null ? null : refused.code();
    }
}
