package dev.earshot.query;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.security.AccessTokens;
import dev.earshot.platform.web.Api;
import dev.earshot.query.fold.Positions;
import dev.earshot.query.fold.Views;
import java.util.Arrays;
import java.util.EnumSet;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The query side on a real port and an empty log: given these events, what does it answer? */
@IntegrationTest(
        value = QuerySide.class,
        settings = {"web.rate-limit.per-second=100000", "web.rate-limit.burst=100000"}, // Tests ask faster than people.
        web = WebEnvironment.RANDOM_PORT)
public abstract class QueryTest {
    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcTemplate jdbc;

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private EventStore log;

    @Autowired
    private TransactionManager transactions;

    @Autowired
    private Positions positions;

    protected Api api;
    protected CallStory story;

    @BeforeEach
    void begin() {
        api = new Api(port);
        story = new CallStory();
    }

    /** These events happen, in one transaction, and every view has folded them. */
    protected void given(Object... events) {
        publish(events);
        awaitViews();
    }

    protected void publish(Object... events) {
        transactions.executeInTransaction(() -> log.publish(
                Arrays.stream(events).map(GenericEventMessage::asEventMessage).toList()));
    }

    protected void awaitViews() {
        long head = head();
        await().atMost(20, SECONDS).until(() -> Views.NAMES.stream().allMatch(view -> positions.of(view) >= head));
    }

    protected long head() {
        return log.createHeadToken().position().orElseThrow();
    }

    protected Api.Reply get(String path, AccountId who, Role first, Role... others) {
        return api.get(path).bearer(token(who, first, others)).send();
    }

    protected Api.Reply asMember(String path) {
        return get(path, story.member, Role.MEMBER);
    }

    protected Api.Reply asListener(String path) {
        return get(path, story.listener, Role.LISTENER, Role.MEMBER);
    }

    protected String token(AccountId who, Role first, Role... others) {
        return tokens.issue(who, EnumSet.of(first, others), "ses_test");
    }
}
