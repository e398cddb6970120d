package dev.earshot.adapter.push.log;

import dev.earshot.api.call.CallEvent;
import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallEnded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells the log what the callee's devices would do. Ids only: a log is no place for people's names. */
@Component
@ConditionalOnProperty(name = "push.provider", havingValue = "log", matchIfMissing = true)
@ProcessingGroup("push-log")
@DisallowReplay
class PushLog {
    private static final Logger log = LoggerFactory.getLogger(PushLog.class);

    @EventHandler
    void on(CallAdmitted event) {
        tell("ring", event);
    }

    /** One device took the call; the others stop. */
    @EventHandler
    void on(CallAccepted event) {
        tell("stop ringing", event);
    }

    @EventHandler
    void on(CallEnded event) {
        if (stillRinging(event)) {
            tell("stop ringing", event);
        }
    }

    private static boolean stillRinging(CallEnded event) {
        return switch (event.reason()) {
            case CANCELLED, DECLINED, NO_ANSWER -> true;
            case NOT_CONNECTED,
                    HUNG_UP_BY_MEMBER,
                    HUNG_UP_BY_LISTENER,
                    FUNDS_EXHAUSTED,
                    CONNECTION_LOST,
                    MAXIMUM_LENGTH -> false;
        };
    }

    private static void tell(String signal, CallEvent event) {
        log.atInfo()
                .addKeyValue("call", event.callId())
                .addKeyValue("callee", event.parties().listenerId().accountId())
                .log(signal);
    }
}
