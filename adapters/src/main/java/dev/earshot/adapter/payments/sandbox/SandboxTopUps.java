package dev.earshot.adapter.payments.sandbox;

import dev.earshot.adapter.payments.OpenTopUp;
import dev.earshot.adapter.payments.TopUpProvider;
import dev.earshot.adapter.payments.TopUpReply;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Carries top-ups to the network, which is in this very process and may be asked at once. */
@Component
@WhenSandbox
class SandboxTopUps implements TopUpProvider {
    private final SandboxGateway network;
    private final SandboxSettings settings;
    private final Clock clock;

    SandboxTopUps(SandboxGateway network, SandboxSettings settings, Clock clock) {
        this.network = network;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public Optional<TopUpReply> atOnce(OpenTopUp topUp) {
        return Optional.of(told(topUp, network.charge(topUp)));
    }

    @Override
    public TopUpReply ask(OpenTopUp topUp) {
        network.charge(topUp);
        return told(topUp, network.inquire(topUp.id()));
    }

    private TopUpReply told(OpenTopUp topUp, Reply reply) {
        Instant now = clock.instant();
        return SandboxMapping.reply(topUp, reply, now, now.plus(settings.askAfter()));
    }
}
