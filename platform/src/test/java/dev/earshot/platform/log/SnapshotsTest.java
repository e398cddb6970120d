package dev.earshot.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.fixture.Counter;
import dev.earshot.fixture.Counter.Count;
import dev.earshot.platform.IntegrationTest;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest(Counter.class)
class SnapshotsTest {
    @Autowired
    private CommandGateway commands;

    @Autowired
    private Cache walletCache;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_long_past_becomes_a_snapshot_from_which_the_aggregate_comes_back() {
        for (int number = 0; number < 101; number++) {
            commands.sendAndWait(new Count("long", 1));
        }
        await().until(() -> jdbc.sql("SELECT count(*) FROM aggregate_snapshot WHERE aggregate_id = 'long'")
                        .query(Long.class)
                        .single()
                == 1);
        assertThat(walletCache.containsKey("long")).isTrue();
        walletCache.removeAll();

        assertThat(commands.<Long>sendAndWait(new Count("long", 1))).isEqualTo(102);
    }
}
