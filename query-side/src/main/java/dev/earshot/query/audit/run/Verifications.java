package dev.earshot.query.audit.run;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.archive.CheckpointArchive;
import dev.earshot.platform.watch.InOneLine;
import dev.earshot.query.audit.AuditRefusal;
import dev.earshot.query.audit.WhereTheLogIs;
import dev.earshot.query.audit.key.Keyring;
import dev.earshot.query.audit.verify.Progress;
import dev.earshot.query.audit.verify.Verifier;
import dev.earshot.query.audit.verify.finding.CannotVerify;
import dev.earshot.query.audit.verify.finding.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.axonframework.common.IdentifierFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Has the log verified in the background. What a node begins and does not finish, because it is stopped or dies, another begins anew. */
@Component
@WhereTheLogIs
class Verifications {
    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
    private static final String PREFIX = "ver_";
    private static final Duration TELL_EVERY = Duration.ofMillis(500);

    private final VerificationRows rows;
    private final SchedulerClient tasks;
    private final TransactionOperations transactions;
    private final Verifier verifier;
    private final Clock clock;

    Verifications(
            VerificationRows rows,
            SchedulerClient tasks,
            TransactionOperations transactions,
            DataSource database,
            CheckpointArchive archive,
            Keyring trusted,
            RunSettings settings,
            Clock clock) {
        this.rows = rows;
        this.tasks = tasks;
        this.transactions = transactions;
        this.verifier = new Verifier(database, archive, trusted, settings.readers());
        this.clock = clock;
    }

    /** Has a verification begun, and answers its id. */
    String ask(AccountId by) throws Refused {
        String id =
                PREFIX + IdentifierFactory.getInstance().generateIdentifier().replace("-", "");
        Instant now = clock.instant();
        boolean taken = Boolean.TRUE.equals(transactions.execute(transaction -> {
            if (!rows.ask(id, by, now)) {
                transaction.setRollbackOnly();
                return false;
            }
            return tasks.scheduleIfNotExists(VerificationTask.of(id), now);
        }));
        if (!taken) {
            throw AuditRefusal.VERIFICATION_RUNNING.of(
                    "the log is being verified already; GET /v1/audit/verifications tells how far that is");
        }
        return id;
    }

    /** Carries it out, on the thread of a task that is begun again if this node does not come to its end. */
    void run(String id) {
        rows.begin(id, clock.instant());
        try {
            Verdict verdict = verifier.verify(new Told(id));
            rows.end(id, verdict, clock.instant());
            verdict.first().ifPresent(found -> LOG.error("The log was tampered with: {}", found));
        } catch (RuntimeException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw failure; // The node is being stopped; the verification is not at fault.
            }
            if (!(failure instanceof CannotVerify)) {
                LOG.error("The log could not be verified", failure);
            }
            rows.fail(id, InOneLine.of(failure), clock.instant());
        }
    }

    private final class Told implements Progress {
        private final String id;
        private long next = System.nanoTime();

        private Told(String id) {
            this.id = id;
        }

        @Override
        public void checked(long events, long all) {
            if (System.nanoTime() - next >= 0) {
                rows.progress(id, events, all);
                next = System.nanoTime() + TELL_EVERY.toNanos();
            }
        }

        @Override
        public boolean isCancelled() {
            return Thread.currentThread().isInterrupted();
        }
    }
}
