package dev.earshot.probe;

import dev.earshot.api.account.Role;
import dev.earshot.api.call.CallRefusal;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Caller;
import dev.earshot.platform.web.Intent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoints that do nothing but what a test wants to see translated. They live outside the platform's package, so that
 * no other module's test finds them by scanning.
 */
@RestController
@RequestMapping("/v1/probe")
public class ProbeController {
    private final Probe probe;

    ProbeController(Probe probe) {
        this.probe = probe;
    }

    record Order(
            @NotNull ListenerId listenerId,
            @NotNull @Valid Money amount,
            @NotBlank String note,
            List<@Valid Line> lines,
            Role role,
            Instant at) {}

    record Line(@Min(1) int seconds) {}

    record Made(CallId callId, int execution) {}

    @GetMapping("/me")
    Caller me(Caller caller) {
        return caller;
    }

    @GetMapping("/finance")
    @PreAuthorize("hasRole('FINANCE')")
    String finance() {
        return "{}";
    }

    @PostMapping("/orders")
    ResponseEntity<Made> order(Intent intent, @RequestBody @Valid Order order) {
        var made = new Made(
                new CallId(CallId.PREFIX + intent.suffix()), probe.executions().incrementAndGet());
        return ResponseEntity.accepted()
                .location(URI.create("/v1/probe/" + made.callId()))
                .body(made);
    }

    @PostMapping("/lines")
    Line line(@RequestBody @Valid Line line) {
        return line;
    }

    @PutMapping("/slow")
    Map<String, Integer> slow() throws InterruptedException {
        int execution = probe.executions().incrementAndGet();
        probe.entered().release();
        probe.mayFinish().acquire();
        return Map.of("execution", execution);
    }

    @DeleteMapping("/things/{number}")
    ResponseEntity<Void> delete(@PathVariable int number) {
        probe.executions().incrementAndGet();
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/fail/{how}")
    void fail(@PathVariable String how) throws Refused {
        probe.executions().incrementAndGet();
        switch (how) {
            case "refused" -> throw CallRefusal.CALL_NOT_RINGING.of("Call %s does not ring.", "call_1");
            case "wrapped" ->
                throw new CommandExecutionException("no", CallRefusal.ONLY_CALLEE_MAY_ANSWER.of("Not yours."));
            case "aggregate" -> throw new AggregateNotFoundException("call_7", "gone");
            case "wallet" -> throw new CommandExecutionException("no", new AggregateNotFoundException("wal_7", "gone"));
            case "conflict" -> throw new ConcurrencyException("twice");
            default -> throw new IllegalStateException("secret inside");
        }
    }

    @GetMapping("/calls/{callId}")
    CallId call(
            @PathVariable CallId callId,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam Optional<Instant> since,
            @RequestHeader String wanted) {
        return callId;
    }
}
