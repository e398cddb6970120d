package dev.earshot.platform.web;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.Platform;
import dev.earshot.platform.security.AccessTokens;
import dev.earshot.probe.Probe;
import dev.earshot.probe.ProbeController;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The platform on a real port, and a member who has never asked anything before. */
@IntegrationTest(
        value = {Platform.class, Probe.class, ProbeController.class},
        web = WebEnvironment.RANDOM_PORT)
public abstract class WebTest {
    @LocalServerPort
    private int port;

    @Autowired
    private AccessTokens tokens;

    protected Api api;
    protected AccountId ann;
    protected String token;

    @BeforeEach
    void meetAnn() {
        api = new Api(port);
        ann = new AccountId(AccountId.PREFIX + UUID.randomUUID().toString().replace("-", ""));
        token = tokenFor(Role.MEMBER);
    }

    protected String tokenFor(Role first, Role... others) {
        return tokens.issue(ann, EnumSet.of(first, others), "ses_test");
    }
}
