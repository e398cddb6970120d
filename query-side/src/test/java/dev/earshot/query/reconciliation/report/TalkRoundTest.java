package dev.earshot.query.reconciliation.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.id.CallId;
import dev.earshot.api.media.MediaEvent.TalkMeasured;
import dev.earshot.api.reconciliation.BreakCommand.CloseBreak;
import dev.earshot.api.reconciliation.BreakCommand.FindBreak;
import dev.earshot.api.reconciliation.BreakEvent.BreakClosed;
import dev.earshot.api.reconciliation.BreakEvent.BreakFound;
import dev.earshot.api.reconciliation.BreakKind;
import dev.earshot.query.QueryTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Calls that ended, what media servers saw of them, and which breaks that leads to in which order. */
class TalkRoundTest extends QueryTest {
    private static final long DECADE = Duration.ofDays(3_650).toSeconds();

    @Autowired
    private TalkRows rows;

    @Autowired
    private CommandBus commands;

    @Autowired
    private CommandGateway gateway;

    @Autowired
    private ReportSettings settings;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private List<Registration> commandSide;
    private TalkRound round;

    @BeforeEach
    void listen() {
        commandSide = List.of(
                commands.subscribe(FindBreak.class.getName(), message -> {
                    var found = (FindBreak) message.getPayload();
                    if (found.finding().reference().startsWith(story.call.value())) { // Others leave open breaks.
                        told.add(found.finding().kind() + " " + found.finding().reference());
                    }
                    publish(new BreakFound(found.breakId(), found.finding(), found.source(), found.at()));
                    return null;
                }),
                commands.subscribe(CloseBreak.class.getName(), message -> {
                    var closed = (CloseBreak) message.getPayload();
                    publish(new BreakClosed(closed.breakId(), closed.source(), closed.at()));
                    return null;
                }));
        round = roundAt(Duration.ofHours(1));
        round.round(); // Whatever other tests have left.
    }

    @AfterEach
    void silence() {
        commandSide.forEach(Registration::cancel);
    }

    @Test
    void what_nobody_saw_is_missing_until_late_evidence_moves_it_and_then_closes_it() {
        given(ended(story.call, 60), new TalkMeasured(another(1), "loopback", story.at(0), story.at(9), 9_000));
        given(ended(another(1), 9));

        lookAtCalls();
        assertThat(told).containsExactly("MEDIA_MISSING " + story.call);
        assertThat(open()).containsExactly(BreakKind.MEDIA_MISSING.name());

        given(new TalkMeasured(story.call, "loopback", story.at(0), story.at(80), 80_000));
        lookAtCalls();
        assertThat(open()).containsExactly(BreakKind.MEDIA_SHORT.name());

        given(new TalkMeasured(story.call, "loopback", story.at(0), story.at(61), 61_000));
        lookAtCalls();
        assertThat(open()).isEmpty();
    }

    @Test
    void a_call_is_looked_at_once_when_it_agrees_and_not_before_it_is_settled() {
        given(
                ended(story.call, 60),
                new TalkMeasured(story.call, "loopback", story.at(0), story.at(30), 30_000),
                ended(another(1), 60),
                new TalkMeasured(another(1), "loopback", story.at(0), story.at(60), 60_000));

        roundAt(Duration.ZERO).round();
        assertThat(told).isEmpty();

        lookAtCalls();
        assertThat(told).containsExactly("MEDIA_LONG " + story.call);
        given(new TalkMeasured(another(1), "loopback", story.at(0), story.at(10), 10_000));
        lookAtCalls();
        assertThat(told).doesNotContain("MEDIA_LONG " + another(1));
        given(new TalkMeasured(story.call, "loopback", story.at(0), story.at(60), 60_000));
        lookAtCalls();
    }

    @Test
    void where_nobody_watches_nothing_is_missing() {
        given(new CallEnded(story.call, story.parties, EndReason.HUNG_UP_BY_MEMBER, 60, story.at(DECADE)));

        lookAtCalls();

        assertThat(told).isEmpty();
    }

    @Test
    void one_round_looks_at_all_calls_however_many_have_ended() {
        int many = 1_050;
        given(IntStream.range(0, many)
                .boxed()
                .flatMap(call -> List.of(
                        ended(another(call), 10),
                        new TalkMeasured(
                                another(call), "loopback", story.at(0), story.at(10), call == many - 1 ? 0 : 10_000))
                        .stream())
                .toArray());

        lookAtCalls();

        assertThat(told).containsExactly("MEDIA_LONG " + another(many - 1));
        given(new TalkMeasured(another(many - 1), "loopback", story.at(0), story.at(10), 10_000));
        lookAtCalls();
        assertThat(rows.open()).noneMatch(open -> open.talk().callId().startsWith(story.call.value()));
    }

    private TalkRound roundAt(Duration later) {
        return new TalkRound(rows, gateway, settings, Clock.offset(Clock.systemUTC(), later));
    }

    private void lookAtCalls() {
        round.round();
        awaitViews();
    }

    private CallEnded ended(CallId call, long seconds) {
        return new CallEnded(call, story.parties, EndReason.HUNG_UP_BY_MEMBER, seconds, story.at(seconds));
    }

    private CallId another(int number) {
        return new CallId(story.call.value() + "x" + number);
    }

    private List<String> open() {
        return jdbc.queryForList(
                "SELECT kind FROM break_view WHERE state = 'OPEN' AND reference = ?", String.class, story.call.value());
    }
}
