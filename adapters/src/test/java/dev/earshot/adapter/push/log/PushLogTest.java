package dev.earshot.adapter.push.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Parties;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ListenerId;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PushLogTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final CallId CALL = new CallId("call_1");
    private static final Parties PARTIES = new Parties(new AccountId("acc_ann"), new ListenerId("lis_lea"));

    private final Logger logger = (Logger) LoggerFactory.getLogger(PushLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final PushLog push = new PushLog();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(lines);
    }

    @Test
    void an_admitted_call_rings_at_the_callee_and_names_nobody_else() {
        push.on(new CallAdmitted(CALL, PARTIES, 300, NOW));

        assertThat(told()).containsExactly("ring");
        assertThat(lines.list.get(0).getKeyValuePairs())
                .extracting(pair -> pair.key + "=" + pair.value)
                .containsExactly("call=call_1", "callee=acc_lea");
    }

    @Test
    void the_other_devices_stop_when_one_takes_the_call() {
        push.on(new CallAccepted(CALL, PARTIES, NOW));

        assertThat(told()).containsExactly("stop ringing");
    }

    @Test
    void a_call_that_ends_unanswered_stops_ringing() {
        Stream.of(EndReason.CANCELLED, EndReason.DECLINED, EndReason.NO_ANSWER).forEach(this::end);

        assertThat(told()).containsExactly("stop ringing", "stop ringing", "stop ringing");
    }

    @Test
    void a_call_that_was_answered_rings_nowhere_when_it_ends() {
        end(EndReason.HUNG_UP_BY_MEMBER);

        assertThat(told()).isEmpty();
    }

    private void end(EndReason reason) {
        push.on(new CallEnded(CALL, PARTIES, reason, 0, NOW));
    }

    private Stream<String> told() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage);
    }
}
