package dev.earshot.platform.erasure;

import dev.earshot.api.id.AccountId;
import dev.earshot.platform.people.ErasedAccounts;
import dev.earshot.platform.people.PersonKeys;
import dev.earshot.platform.security.Identities;
import dev.earshot.platform.security.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases people. With the decision, in its transaction, go the key that their texts are sealed with, the way their sign-in leads
 * to the account, and their sessions. Everything else follows in steps, each repeated until it succeeds.
 */
@Component
public class Erasures {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final ErasureRows rows;
    private final PersonKeys keys;
    private final Identities identities;
    private final Sessions sessions;
    private final ErasedAccounts erased;
    private final ObjectProvider<ErasureStep> beans;
    private final TransactionOperations transactions;
    private final Clock clock;

    Erasures(
            ErasureRows rows,
            PersonKeys keys,
            Identities identities,
            Sessions sessions,
            ErasedAccounts erased,
            ObjectProvider<ErasureStep> beans,
            TransactionOperations transactions,
            Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.identities = identities;
        this.sessions = sessions;
        this.erased = erased;
        this.beans = beans;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What must stand or fall with the decision itself; within the caller's transaction. Repeating it repeats every step. */
    public void begin(AccountId person, Instant at) {
        keys.destroy(person, at);
        identities.forget(person);
        sessions.endAll(person);
        rows.begin(person, at);
    }

    /** Whether this person's erasure has been begun, here or on another node. */
    public boolean isBegun(AccountId person) {
        return rows.isBegun(person);
    }

    /** Each step, done or not; none if nobody has begun. Whoever looks at once must not take nothing for all. */
    public List<Step> stepsOf(AccountId person) {
        Map<String, Step> all = new TreeMap<>();
        if (rows.isBegun(person)) {
            steps().keySet().forEach(name -> all.put(name, new Step(name, 0, null)));
        }
        rows.progress(person).forEach(step -> all.put(step.step(), new Step(step.step(), step.tries(), step.doneAt())));
        return List.copyOf(all.values());
    }

    /**
     * One thing that is forgotten of a person.
     *
     * @param doneAt absent (null) until it is
     */
    public record Step(String name, int tries, Instant doneAt) {}

    /** Looks in the log for erasures that the tables do not know of, and begins them anew. */
    @EventListener(ApplicationReadyEvent.class)
    void sweep() {
        rows.overlooked().forEach(overlooked -> {
            LOG.atWarn().addKeyValue("account", overlooked.accountId()).log("An erasure in the log is done again");
            transactions.executeWithoutResult(status -> begin(overlooked.person(), clock.instant()));
            erased.add(overlooked.person());
        });
        rows.reopen(steps().keySet());
    }

    /** Does what is due. */
    void round() {
        Map<String, ErasureStep> steps = steps();
        rows.due(steps.keySet(), clock.instant()).forEach(due -> carryOut(steps.get(due.step()), due));
        rows.close(steps.keySet(), clock.instant());
    }

    private void carryOut(ErasureStep step, ErasureRows.Due due) {
        try {
            step.erase(due.person());
            rows.done(due, clock.instant());
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("account", due.accountId())
                    .addKeyValue("step", due.step())
                    .setCause(e)
                    .log("A step of an erasure is tried again later");
            rows.failed(due, clock.instant());
        }
    }

    private Map<String, ErasureStep> steps() {
        return beans.stream().collect(Collectors.toMap(ErasureStep::name, Function.identity()));
    }
}
