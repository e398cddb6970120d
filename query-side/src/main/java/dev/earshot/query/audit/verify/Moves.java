package dev.earshot.query.audit.verify;

import dev.earshot.query.audit.chain.Hashes;
import dev.earshot.query.audit.chain.RawEvent;
import dev.earshot.query.audit.chain.RawLog;
import dev.earshot.query.audit.verify.finding.Finding;
import dev.earshot.query.audit.verify.finding.Flaw;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Looks whether events that are wrong where they stand are right elsewhere: swapped, or moved. */
final class Moves {
    /** Each of them is held against each, so of very many only the first are looked at. */
    private static final int MOST = 50;

    private final Hashes hashes = new Hashes();
    /** From where an event belongs to where it stands. */
    private final Map<Long, Long> stands = new HashMap<>();

    private final List<Wrong> wrong;

    Moves(List<Wrong> wrong) {
        this.wrong = wrong.subList(0, Math.min(MOST, wrong.size()));
    }

    /** What is wrong, with each pair as one. */
    List<Finding> found(DataSource database, List<Wrong> all) {
        look(database);
        List<Finding> findings = new ArrayList<>();
        Map<Long, Wrong> at = new HashMap<>();
        all.forEach(place -> at.put(place.position(), place));
        for (Wrong place : all) {
            long belongs = place.position();
            Long here = stands.get(belongs);
            if (here != null && stands.getOrDefault(here, 0L) == belongs) {
                if (belongs < here) {
                    findings.add(Finding.between(
                            belongs,
                            here,
                            Flaw.EVENTS_SWAPPED,
                            "The events at %d and %d were swapped.",
                            belongs,
                            here));
                }
            } else if (here != null
                    && place.flaw() == Flaw.EVENT_REMOVED
                    && at.get(here).flaw() == Flaw.EVENT_INSERTED) {
                findings.add(Finding.between(
                        Math.min(belongs, here),
                        Math.max(belongs, here),
                        Flaw.EVENT_MOVED,
                        "The event that was written at %d stands at %d.",
                        belongs,
                        here));
            } else if (!(place.flaw() == Flaw.EVENT_INSERTED && isMoved(belongs, at))) {
                findings.add(place.finding());
            }
        }
        return findings;
    }

    private boolean isMoved(long here, Map<Long, Wrong> at) {
        return stands.entrySet().stream()
                .anyMatch(
                        move -> move.getValue() == here && at.get(move.getKey()).flaw() == Flaw.EVENT_REMOVED);
    }

    private void look(DataSource database) {
        if (wrong.size() < 2) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            for (Wrong place : wrong) {
                if (place.isInLog()) {
                    RawLog.at(connection, place.position()).ifPresent(this::belongs);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The log cannot be read", e);
        }
    }

    private void belongs(RawEvent event) {
        for (Wrong place : wrong) {
            boolean elsewhere = place.position() != event.position() && place.expected().length > 0;
            if (elsewhere
                    && Arrays.equals(hashes.leaf(event.at(place.position()).canonical()), place.expected())) {
                stands.put(place.position(), event.position());
            }
        }
    }
}
