package dev.earshot.platform.watch;

import dev.earshot.fixture.Counter.Counted;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.slf4j.MDC;

/** A view in memory that can be told to fail. */
@ProcessingGroup(TestView.GROUP)
public class TestView {
    static final String GROUP = "test-view";

    final List<String> seen = new CopyOnWriteArrayList<>();
    final List<String> stories = new CopyOnWriteArrayList<>();
    volatile boolean failing;

    @EventHandler
    void on(Counted event) {
        if (failing) {
            throw new IllegalStateException("the view was told to fail");
        }
        seen.add(event.id());
        stories.add(MDC.get("correlationId"));
    }

    @ResetHandler
    void forget(Why why) {
        seen.clear();
        stories.clear();
    }

    /** Why a view is rebuilt. */
    public record Why(String reason) {}
}
