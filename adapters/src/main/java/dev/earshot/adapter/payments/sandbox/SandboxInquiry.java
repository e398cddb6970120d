package dev.earshot.adapter.payments.sandbox;

import dev.earshot.api.id.TopUpId;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the network what became of charges: when it calls back, and again whenever an answer is missing for too long. */
@Component
@WhenSandbox
class SandboxInquiry {
    private static final Logger log = LoggerFactory.getLogger(SandboxInquiry.class);

    private final SandboxGateway network;
    private final OpenTopUps open;
    private final CommandGateway commands;
    private final Clock clock;
    private final SandboxSettings settings;

    SandboxInquiry(
            SandboxGateway network, OpenTopUps open, CommandGateway commands, Clock clock, SandboxSettings settings) {
        this.network = network;
        this.open = open;
        this.commands = commands;
        this.clock = clock;
        this.settings = settings;
    }

    /** Brings home what the network knows about one top-up by now. */
    void inquire(TopUpId topUp) {
        SandboxMapping.command(topUp, network.inquire(topUp), clock.instant()).ifPresent(commands::sendAndWait);
    }

    /** Asks about every top-up that has waited too long. One that fails is asked about again the next time. */
    void inquireOverdue() {
        for (TopUpId topUp : open.askedBefore(clock.instant().minus(settings.askAfter()))) {
            try {
                inquire(topUp);
            } catch (RuntimeException e) {
                log.atWarn().addKeyValue("topUp", topUp).setCause(e).log("The top-up stays open");
            }
        }
    }
}
