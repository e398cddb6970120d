package dev.earshot.query.autotopup;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.autotopup.PutOffReason;
import dev.earshot.api.money.Money;
import dev.earshot.platform.payments.DailyCap;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.autotopup.AutoTopUpState.Status;
import dev.earshot.query.fold.CatchUp;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own automatic top-up. */
@RestController
class AutoTopUpController {
    private final AutoTopUpRows rows;
    private final CatchUp catchUp;
    private final DailyCap cap;
    private final Clock clock;

    AutoTopUpController(AutoTopUpRows rows, CatchUp catchUp, DailyCap cap, Clock clock) {
        this.rows = rows;
        this.catchUp = catchUp;
        this.cap = cap;
        this.clock = clock;
    }

    /** Whether and how the caller's wallet is topped up by itself. */
    @Operation(summary = "Tell whether the wallet is topped up by itself, and what it is waiting for")
    @GetMapping("/v1/me/auto-top-up")
    AutoTopUpReply autoTopUp(Caller caller) {
        return catchUp.find("wallet-view", () -> rows.find(caller.walletId().value()))
                .map(state -> AutoTopUpReply.of(state, cap, clock.instant()))
                .orElseGet(() -> new AutoTopUpReply(Status.OFF, null, null, null, null, null, null, null, null, null));
    }

    /**
     * An automatic top-up; one that was never turned on has nothing but its status.
     *
     * @param inFlight the top-up that is under way; until it is settled there is no other
     * @param pausedUntil before then nothing is asked for
     * @param pauseReason why
     * @param lastDeclined the last top-up, if it was declined; it tells why
     * @param today what was asked for since midnight (UTC), declined payments included
     * @param cap what may be asked for in a day
     */
    @Schema(name = "AutoTopUp")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AutoTopUpReply(
            Status status,
            Money threshold,
            Money amount,
            String method,
            String inFlight,
            Instant pausedUntil,
            PutOffReason pauseReason,
            String lastDeclined,
            Sum today,
            Sum cap) {
        static AutoTopUpReply of(AutoTopUpState state, DailyCap cap, Instant now) {
            boolean startedToday = state.isOnDayOfLastStart(now);
            boolean paused = state.putOffUntil != null && now.isBefore(state.putOffUntil);
            DailyCap.Limit limit = cap.in(state.amount.currency());
            return new AutoTopUpReply(
                    state.status,
                    state.threshold,
                    state.amount,
                    state.method,
                    state.inFlight,
                    paused ? state.putOffUntil : null,
                    paused ? state.putOffReason : null,
                    state.lastDeclined,
                    new Sum(
                            startedToday ? state.timesThatDay : 0,
                            new Money(startedToday ? state.minorThatDay : 0, state.amount.currency())),
                    new Sum(limit.times(), limit.amount()));
        }
    }

    /** So many payments, and so much together. */
    @Schema(name = "AutoTopUpSum")
    record Sum(long times, Money amount) {}
}
