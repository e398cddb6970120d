package dev.earshot.platform.watch;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;

/** Failures in one line, for people who read no stack traces. Those are in the log of the process. */
public final class InOneLine {
    private static final int DEPTH = 20;
    private static final int LENGTH = 300;
    private static final String DRIVER = "org.postgresql.";
    private static final String HOUSE = "dev.earshot.";

    private InOneLine() {}

    /** In the words of who failed; of the database only what sort of failure it was, never a statement or a value. */
    public static String of(Throwable failure) {
        List<Throwable> chain = chain(failure);
        if (chain.stream().anyMatch(InOneLine::isOfDatabase)) {
            return ofDatabase(stateIn(chain));
        }
        return Stream.ofNullable(failure.getMessage())
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> line.length() > LENGTH ? line.substring(0, LENGTH) + "…" : line)
                .orElseGet(() -> failure.getClass().getSimpleName());
    }

    /** Without any word that could be somebody's: what sort of failure it was and where in this house. */
    public static String withoutWords(Throwable failure) {
        List<Throwable> chain = chain(failure);
        Throwable root = chain.get(chain.size() - 1);
        String what = chain.stream().anyMatch(InOneLine::isOfDatabase)
                ? ofDatabase(stateIn(chain))
                : root.getClass().getSimpleName();
        return placeIn(root)
                .or(() -> placeIn(failure))
                .map(place -> what + ", at " + place)
                .orElse(what);
    }

    private static List<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, next -> next != null, Throwable::getCause)
                .limit(DEPTH)
                .toList();
    }

    private static boolean isOfDatabase(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return failure instanceof SQLException
                || failure instanceof DataAccessException
                || stack.length > 0 && stack[0].getClassName().startsWith(DRIVER);
    }

    private static String stateIn(List<Throwable> chain) {
        return chain.stream()
                .filter(SQLException.class::isInstance)
                .flatMap(failure -> Stream.ofNullable(((SQLException) failure).getSQLState()))
                .findFirst()
                .orElse("");
    }

    /** The first two characters of a state are its class, see "PostgreSQL Error Codes". */
    private static String ofDatabase(String state) {
        if (state.isEmpty()) {
            return "The database could not be asked";
        }
        String what = switch (state.substring(0, Math.min(2, state.length()))) {
            case "08", "57" -> "The database is not there, or broke it off";
            case "22" -> "The database cannot keep or read a value";
            case "23" -> "The database holds something that contradicts it";
            case "40", "55" -> "Others were at work on the same in the database";
            case "53" -> "The database has no room left";
            default -> "The database refuses";
        };
        return what + " (SQLSTATE " + state + ")";
    }

    private static Optional<String> placeIn(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(HOUSE))
                .findFirst()
                .map(frame -> frame.getClassName()
                                .substring(frame.getClassName().lastIndexOf('.') + 1) + ":" + frame.getLineNumber());
    }
}
