package dev.earshot.query.reconciliation.report;

import dev.earshot.api.id.BreakId;
import dev.earshot.api.reconciliation.BreakCommand.CloseBreak;
import dev.earshot.api.reconciliation.BreakCommand.FindBreak;
import dev.earshot.api.reconciliation.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Compares what was billed of calls with what media servers saw of them: every call once it is over long enough, and what is
 * open again. Where no media server has told of any call for a day nobody is watching, and nothing follows from that.
 */
@Component
class TalkRound {
    private static final int AT_A_TIME = 1_000;
    private static final Duration WATCHED = Duration.ofDays(1);

    private final TalkRows rows;
    private final CommandGateway commands;
    private final ReportSettings settings;
    private final Clock clock;

    TalkRound(TalkRows rows, CommandGateway commands, ReportSettings settings, Clock clock) {
        this.rows = rows;
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
    }

    void round() {
        rows.open().forEach(this::lookAgain);
        List<Talk> calls;
        do {
            calls = rows.next(clock.instant().minus(settings.talkSettles()), AT_A_TIME);
            compare(calls);
        } while (calls.size() == AT_A_TIME);
    }

    private void compare(List<Talk> calls) {
        if (calls.isEmpty()) {
            return;
        }
        boolean watched = rows.haveBeenMeasuredSince(calls.get(0).endedAt().minus(WATCHED));
        calls.stream()
                .filter(call -> watched || call.measured() != null)
                .forEach(call -> call.contradiction(settings.talkTolerance()).ifPresent(this::tell));
        rows.compared(calls.get(calls.size() - 1).position());
    }

    /** What is open may be another break by now: late evidence turns a missing one into a short or a long one, or into none. */
    private void lookAgain(TalkRows.Open open) {
        Optional<Finding> now = open.talk().contradiction(settings.talkTolerance());
        now.ifPresent(this::tell);
        boolean same = now.filter(finding -> finding.breakId().value().equals(open.breakId()))
                .isPresent();
        if (!same) {
            commands.sendAndWait(new CloseBreak(new BreakId(open.breakId()), FindBreak.ROUND, clock.instant()));
        }
    }

    private void tell(Finding finding) {
        Instant now = clock.instant();
        commands.sendAndWait(new FindBreak(finding.breakId(), finding, FindBreak.ROUND, now));
    }
}
