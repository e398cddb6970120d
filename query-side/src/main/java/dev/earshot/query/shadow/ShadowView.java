package dev.earshot.query.shadow;

import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.shadow.ShadowEvent.ShadowPlanStarted;
import dev.earshot.api.shadow.ShadowEvent.ShadowPlanStopped;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.query.fold.Batch;
import dev.earshot.query.fold.LogEntry;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** What would new calls have come to under the candidates that run beside the terms in force? */
@Component
@ProcessingGroup("shadow-view")
class ShadowView {
    private final ShadowRows rows;
    private final Batch<Heard> heard;

    ShadowView(ShadowRows rows) {
        this.rows = rows;
        this.heard = new Batch<>("shadow_total", this::fold);
    }

    @EventHandler
    void on(ShadowPlanStarted event, LogEntry entry) {
        add(entry, event);
    }

    @EventHandler
    void on(ShadowPlanStopped event, LogEntry entry) {
        add(entry, event);
    }

    @EventHandler
    void on(CallRequested event, LogEntry entry) {
        add(entry, event);
    }

    @EventHandler
    void on(CallRefused event, LogEntry entry) {
        add(entry, event);
    }

    @EventHandler
    void on(HoldCaptured event, LogEntry entry) {
        add(entry, event);
    }

    @EventHandler
    void on(HoldReleased event, LogEntry entry) {
        add(entry, event);
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }

    private void add(LogEntry entry, Object event) {
        heard.add(new Heard(entry.position(), event));
    }

    /** While no plan runs, nothing is read but that, and nothing written. */
    private void fold(List<Heard> batch) {
        Shadows shadows = new Shadows(rows.plans());
        boolean idle =
                shadows.isIdle() && batch.stream().noneMatch(heard -> heard.event() instanceof ShadowPlanStarted);
        if (!idle) {
            shadows.know(rows.calls(batch.stream().flatMap(Heard::call).toList()));
            batch.forEach(shadows::hear);
            rows.save(shadows);
        }
    }
}
