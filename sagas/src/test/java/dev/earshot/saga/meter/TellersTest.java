package dev.earshot.saga.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TellersTest {
    private final Tellers tellers = new Tellers();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @AfterEach
    void stop() {
        tellers.close();
    }

    @Test
    void waitsForAllEvenAfterOneHasFailed() {
        CountDownLatch othersHaveFailed = new CountDownLatch(2);

        assertThatThrownBy(() -> tellers.each(List.of("fails", "lasts", "fails too"), segment -> {
                    if (segment.startsWith("fails")) {
                        othersHaveFailed.countDown();
                        throw new IllegalStateException(segment);
                    }
                    await(othersHaveFailed);
                    told.add(segment);
                }))
                .hasRootCauseMessage("fails")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("fails too"));

        assertThat(told).containsExactly("lasts");
    }

    @Test
    void isSilentWhenEverybodyHasTold() {
        tellers.each(List.of("one", "two", "three"), told::add);

        assertThat(told).containsExactlyInAnyOrder("one", "two", "three");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
