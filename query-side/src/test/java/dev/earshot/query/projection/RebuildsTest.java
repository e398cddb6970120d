package dev.earshot.query.projection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RebuildsTest {
    private final Rebuilds rebuilds = new Rebuilds();
    private final List<String> called = new CopyOnWriteArrayList<>();
    private final CountDownLatch mayReset = new CountDownLatch(1);

    @AfterEach
    void stop() {
        rebuilds.stop();
    }

    @Test
    void a_view_is_set_back_by_one_at_a_time() {
        assertThat(rebuilds.begin("v", processor(false))).isTrue();
        assertThat(rebuilds.begin("v", processor(false))).isFalse();
        assertThat(rebuilds.isResetting("v")).isTrue();
        mayReset.countDown();

        await().atMost(5, SECONDS).until(() -> !rebuilds.isResetting("v"));
        assertThat(called).containsExactly("shutDown", "resetTokens", "start");
        assertThat(rebuilds.hasFailed("v")).isFalse();
    }

    @Test
    void a_view_that_cannot_be_set_back_goes_on_and_says_so() {
        mayReset.countDown();
        rebuilds.begin("v", processor(true));

        await().atMost(5, SECONDS).until(() -> !rebuilds.isResetting("v"));
        assertThat(called).containsExactly("shutDown", "resetTokens", "start");
        assertThat(rebuilds.hasFailed("v")).isTrue();
    }

    private StreamingEventProcessor processor(boolean ownedElsewhere) {
        InvocationHandler processor = (proxy, method, arguments) -> {
            mayReset.await();
            called.add(method.getName());
            if (ownedElsewhere && method.getName().equals("resetTokens")) {
                throw new IllegalStateException("another node owns it");
            }
            return null;
        };
        return (StreamingEventProcessor) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {StreamingEventProcessor.class}, processor);
    }
}
