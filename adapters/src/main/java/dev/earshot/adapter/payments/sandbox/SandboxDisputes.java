package dev.earshot.adapter.payments.sandbox;

import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.DisputeLost;
import dev.earshot.adapter.payments.PaymentEvent.DisputeWon;
import dev.earshot.adapter.payments.PaymentEvent.Disputed;
import dev.earshot.adapter.payments.sandbox.books.SandboxBooks;
import dev.earshot.adapter.payments.sandbox.hook.SandboxEvents;
import dev.earshot.api.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The disputes that test methods ask for: opened some time after the payment, and decided as much later again. */
@Component
@WhenSandbox
public class SandboxDisputes {
    private final SandboxEvents events;
    private final SandboxBooks books;
    private final SandboxSettings settings;

    SandboxDisputes(SandboxEvents events, SandboxBooks books, SandboxSettings settings) {
        this.events = events;
        this.books = books;
        this.settings = settings;
    }

    /** How a dispute ends, by the test method that asks for it. */
    public enum Ending {
        NEVER("test_disputed"),
        WON("test_disputed_won"),
        LOST("test_disputed_lost");

        private final String method;

        Ending(String method) {
            this.method = method;
        }

        /** How a dispute about what is paid with this method ends; empty where nobody disputes it. */
        public static Optional<Ending> of(String method) {
            return Stream.of(values())
                    .filter(known -> known.method.equals(method))
                    .findFirst();
        }
    }

    /**
     * Tells of a dispute about all of a payment; nothing happens if it was told before.
     *
     * @param name what its name is made of
     * @param payment the network's name for the payment
     * @param subject our own name for it
     */
    public void tell(String name, String payment, String subject, Money amount, Instant paidAt, Ending ending) {
        String dispute = "dp_" + name;
        Instant openedAt = paidAt.plus(settings.lateBy());
        var opened = new About(payment, subject, "", "", openedAt);
        var closed = new About(payment, subject, "", "", openedAt.plus(settings.lateBy()));
        books.disputed(dispute, amount, opened.at());
        events.tell("sev_" + dispute, new Disputed(opened, dispute, amount));
        if (ending == Ending.WON) {
            books.disputeWon(dispute, amount, closed.at());
            events.tell("sev_" + dispute + "_won", new DisputeWon(closed, dispute, amount));
        } else if (ending == Ending.LOST) {
            events.tell("sev_" + dispute + "_lost", new DisputeLost(closed, dispute, amount));
        }
    }
}
