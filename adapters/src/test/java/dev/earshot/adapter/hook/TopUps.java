package dev.earshot.adapter.hook;

import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.DeclineTopUp;
import dev.earshot.api.topup.TopUpCommand.FlagTopUp;
import dev.earshot.api.topup.TopUpRefusal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** The deciding side, as simple as can be: a top-up is declined or paid, and paid wins. */
public class TopUps {
    private final Map<String, String> stages = new ConcurrentHashMap<>();
    private final AtomicInteger confirmations = new AtomicInteger();
    private final Set<String> lateKnown = ConcurrentHashMap.newKeySet();
    private volatile boolean broken;

    @CommandHandler
    void handle(ConfirmTopUp command) throws Refused {
        String id = known(command.topUpId().value());
        if (id.startsWith("top_dearer")) {
            throw TopUpRefusal.TOP_UP_AMOUNT_MISMATCH.of("%s asks for more", id);
        }
        confirmations.incrementAndGet();
        stages.put(id, "PAID " + command.reference());
    }

    @CommandHandler
    void handle(DeclineTopUp command) throws Refused {
        String id = known(command.topUpId().value());
        if (stageOf(id).startsWith("PAID")) {
            throw TopUpRefusal.TOP_UP_ALREADY_PAID.of("%s is paid", id);
        }
        stages.put(id, "DECLINED " + command.reason());
    }

    @CommandHandler
    void handle(FlagTopUp command) {
        stages.put(
                known(command.topUpId().value()), "MISMATCHED " + command.paid().minor() + " " + command.reference());
    }

    public String stageOf(String id) {
        return Optional.ofNullable(stages.get(id)).orElse("");
    }

    public int confirmations() {
        return confirmations.get();
    }

    void becomesKnown(String id) {
        lateKnown.add(id);
    }

    void areBroken(boolean now) {
        broken = now;
    }

    private String known(String id) {
        if (broken) {
            throw new IllegalStateException("nothing works today");
        }
        if (id.startsWith("top_nobody") && !lateKnown.contains(id)) {
            throw new AggregateNotFoundException(id, "not found");
        }
        return id;
    }
}
