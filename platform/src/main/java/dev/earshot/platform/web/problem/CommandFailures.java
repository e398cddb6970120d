package dev.earshot.platform.web.problem;

import dev.earshot.api.refusal.Refused;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

/** What the failure of a command, or of the database behind it, means to the client. */
final class CommandFailures {
    private static final Verdict BUSY =
            Verdict.of(HttpStatus.SERVICE_UNAVAILABLE, "BUSY", "Too much at once. Nothing was done; please try again.");
    private static final Verdict UNAVAILABLE =
            Verdict.of(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", "A part of the platform is not running.");

    private CommandFailures() {}

    static Optional<Verdict> verdict(Throwable failure) {
        return chain(failure)
                .map(CommandFailures::one)
                .flatMap(Optional::stream)
                .findFirst();
    }

    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return chain(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Optional<Verdict> one(Throwable failure) {
        if (failure instanceof Refused refused) {
            return Optional.of(Verdict.of(refused));
        }
        if (failure instanceof AggregateNotFoundException missing) {
            return Unknown.ofAggregate(String.valueOf(missing.getAggregateIdentifier()))
                    .map(code -> Verdict.of(code, "There is nothing with this id."));
        }
        if (failure instanceof NoHandlerForCommandException) {
            return Optional.of(UNAVAILABLE.retryAfter(5));
        }
        return Optional.of(failure).filter(IS_PASSING).map(passing -> BUSY.retryAfter(1));
    }

    private static final Predicate<Throwable> IS_PASSING = failure -> failure instanceof ConcurrencyException
            || failure instanceof LockAcquisitionFailedException
            || failure instanceof TransientDataAccessException
            || failure instanceof DataAccessResourceFailureException
            || failure instanceof CannotCreateTransactionException
            || failure instanceof TimeoutException
            || failure instanceof SQLException sql && isPassing(sql.getSQLState());

    /** PostgreSQL: no connection (08), rolled back for another (40), out of resources (53), shut down (57), no lock. */
    private static boolean isPassing(String state) {
        return state != null
                && (Stream.of("08", "40", "53", "57").anyMatch(state::startsWith) || state.equals("55P03"));
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, next -> next != null, Throwable::getCause)
                .limit(20);
    }
}
