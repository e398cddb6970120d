package dev.earshot.query.call;

import dev.earshot.api.call.PayWith;
import dev.earshot.api.id.CallId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.payments.NextSteps;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.call.CallReader.Seen;
import dev.earshot.query.live.LiveCalls;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls, for those who take part in them. */
@RestController
@RequestMapping("/v1/calls")
class CallController {
    private final CallReader calls;
    private final LiveCalls live;
    private final NextSteps nextSteps;

    CallController(CallReader calls, LiveCalls live, NextSteps nextSteps) {
        this.calls = calls;
        this.nextSteps = nextSteps;
        this.live = live;
    }

    /** Where one call stands and what it came to. */
    @Operation(summary = "Tell how a call stands")
    @GetMapping("/{callId}")
    CallReply call(Caller caller, @PathVariable CallId callId) throws Refused {
        var seen = calls.seen(caller, callId);
        return CallReply.of(seen.call(), seen.sight(), drawnSeconds(seen.call()), nextStep(seen));
    }

    /** What the member has to do before it can ring; null where there is nothing, or somebody else looks. */
    private Map<String, String> nextStep(Seen seen) {
        boolean waits = seen.sight() == Sight.MEMBER
                && seen.call().payWith == PayWith.CARD
                && seen.call().status == CallStatus.REQUESTED;
        var step = waits ? nextSteps.of(seen.call().callId) : Map.<String, String>of();
        return step.isEmpty() ? null : step;
    }

    /** The caller's own calls on either side, newest first. */
    @Operation(summary = "List the calls one took part in, newest first")
    @GetMapping
    Page<CallReply> calls(Caller caller, @RequestParam(required = false) CallStatus status, @Valid PageRequest page)
            throws Refused {
        return calls.own(caller, status, page)
                .map(call -> CallReply.of(call, Sight.of(caller, call).orElseThrow(), drawnSeconds(call)));
    }

    private long drawnSeconds(CallState call) {
        return call.billableSeconds == null ? live.secondsOf(new CallId(call.callId)) : call.billableSeconds;
    }
}
