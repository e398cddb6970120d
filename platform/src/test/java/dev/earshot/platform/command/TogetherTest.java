package dev.earshot.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.api.refusal.Refused;
import dev.earshot.fixture.Counter;
import dev.earshot.fixture.Counter.Count;
import dev.earshot.fixture.Counter.Counted;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.payments.NextSteps;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest(Counter.class)
class TogetherTest {
    @Autowired
    private Together together;

    @Autowired
    private NextSteps notes;

    @Autowired
    private EventStore log;

    @Autowired
    private TransactionManager transactions;

    private final AtomicInteger writings = new AtomicInteger();

    @Test
    void what_is_written_stands_with_the_command() throws Refused {
        together.send(new Count("both", 1), () -> write("both"));

        assertThat(notes.of("both")).containsEntry("writing", "1");
        assertThat(eventsOf("both")).isEqualTo(1);
    }

    @Test
    void a_refusal_and_a_failure_take_back_what_was_written() {
        assertThatThrownBy(() -> together.send(new Count("neither", 0), () -> write("neither")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> together.send(new Count("neither", -1), () -> write("neither")))
                .hasMessageContaining("a bug");

        assertThat(notes.of("neither")).isEmpty();
        assertThat(eventsOf("neither")).isZero();
    }

    @Test
    void after_a_conflict_both_are_done_again_and_stand_once() throws Refused {
        together.send(new Count("met", 1), () -> {});

        together.send(new Count("met", 1), () -> {
            if (writings.get() == 0) {
                CurrentUnitOfWork.get().onPrepareCommit(unit -> anotherNodeCounts("met", 1));
            }
            write("met");
        });

        assertThat(writings).hasValue(2);
        assertThat(notes.of("met")).containsEntry("writing", "2");
        assertThat(eventsOf("met")).isEqualTo(3);
    }

    private void write(String subject) {
        notes.put(subject, Map.of("writing", String.valueOf(writings.incrementAndGet())));
    }

    /** At the last moment, when this node has decided on what it has in memory. */
    private void anotherNodeCounts(String id, long sequence) {
        var counted = new GenericDomainEventMessage<>("Counter", id, sequence, new Counted(id, 1));
        CompletableFuture.runAsync(() -> transactions.executeInTransaction(() -> log.publish(counted)))
                .join();
    }

    private long eventsOf(String id) {
        return log.readEvents(id).asStream().count();
    }
}
