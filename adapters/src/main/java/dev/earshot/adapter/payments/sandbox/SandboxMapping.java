package dev.earshot.adapter.payments.sandbox;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.topup.TopUpCommand;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.DeclineTopUp;
import dev.earshot.api.topup.TopUpDecline;
import java.time.Instant;
import java.util.Optional;

/** From the network's words to ours. */
final class SandboxMapping {
    private SandboxMapping() {}

    /** The command a reply asks for; none while nothing is known. */
    static Optional<TopUpCommand> command(TopUpId topUp, Reply reply, Instant at) {
        return switch (reply.verdict()) {
            case APPROVED -> Optional.of(new ConfirmTopUp(topUp, reply.reference(), at));
            case INSUFFICIENT_FUNDS -> decline(topUp, TopUpDecline.INSUFFICIENT_FUNDS, at);
            case DO_NOT_HONOR -> decline(topUp, TopUpDecline.CARD_DECLINED, at);
            case NO_SUCH_METHOD -> decline(topUp, TopUpDecline.METHOD_UNKNOWN, at);
            case PENDING, NOTHING_HEARD -> Optional.empty();
        };
    }

    private static Optional<TopUpCommand> decline(TopUpId topUp, TopUpDecline reason, Instant at) {
        return Optional.of(new DeclineTopUp(topUp, reason, at));
    }
}
