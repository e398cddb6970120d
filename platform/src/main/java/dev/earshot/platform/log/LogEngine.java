package dev.earshot.platform.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The log in PostgreSQL. One append at a time per database: the lock is taken before positions are handed out and kept
 * until the commit (the table's trigger does it), so the order of positions is the order of commits. Whoever reads position {@code n} has all of the
 * log up to {@code n}; a position can stand for a moment (audit, resuming a stream), and no reader has to remember gaps.
 *
 * <p>Everybody waits for that lock, so a unit of work takes it last: all its events, those of the commands it sent
 * included, are appended together when everything else of its transaction is done.
 */
final class LogEngine extends JdbcEventStorageEngine {
    private static final EventSchema TABLES = EventSchema.builder()
            .eventTable("domain_event")
            .snapshotTable("aggregate_snapshot")
            .globalIndexColumn("global_index")
            .eventIdentifierColumn("event_id")
            .aggregateIdentifierColumn("aggregate_id")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("aggregate_type")
            .timestampColumn("time_stamp")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    /** How long a busy log gathers commits between two looks at its head; a quiet log is read at once. */
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(10);

    private static final String WAITING = LogEngine.class.getName() + " waiting";

    /** Rows of a stretch that are fetched at once, and how many bytes of payload at most it may have, or one event. */
    private static final int AT_ONCE = 500;

    private static final long MOST_BYTES = 8 << 20;

    private static final String STRETCH = "SELECT " + TABLES.trackedEventFields() + " FROM domain_event"
            + " WHERE global_index > ? AND global_index <= ? AND payload_type <> ALL (?)"
            + " ORDER BY global_index";

    private final TransactionManager transactions;
    private volatile long nextLook = System.nanoTime();

    LogEngine(Builder builder, TransactionManager transactions) {
        super(builder.schema(TABLES).extendedGapCheckEnabled(false).readEventDataWithoutGaps(LogEngine::following));
        this.transactions = transactions;
    }

    /** The next events after a position, however wide the gaps that rolled back transactions left between them. */
    private static PreparedStatement following(Connection connection, EventSchema tables, long position, int most)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT " + tables.trackedEventFields()
                + " FROM domain_event WHERE global_index > ? ORDER BY global_index LIMIT ?");
        statement.setLong(1, position);
        statement.setInt(2, most);
        return statement;
    }

    /**
     * The one reader at the head of the log asks again at once when it has found something, so it need not be asked twice;
     * and while there is always something, it lets the commits of a whole step gather. All processors then work in batches.
     */
    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(TrackingToken token, boolean mayBlock) {
        if (!mayBlock) {
            return super.readEventData(token, false);
        }
        LockSupport.parkNanos(nextLook - System.nanoTime());
        List<? extends TrackedEventData<?>> found = fetchTrackedEvents(token, batchSize());
        if (!found.isEmpty()) {
            nextLook = System.nanoTime() + STEP;
        }
        return found.stream();
    }

    /**
     * The next events after a position, for a reader that is far behind. Rows of these types are not even fetched. Large events
     * make a stretch end early.
     */
    RawStretch raw(long after, long upTo, Set<String> without) {
        return transactions.fetchInTransaction(() -> {
            try (PreparedStatement statement = getConnection().prepareStatement(STRETCH)) {
                statement.setLong(1, after);
                statement.setLong(2, upTo);
                statement.setArray(3, statement.getConnection().createArrayOf("text", without.toArray()));
                statement.setFetchSize(AT_ONCE);
                return raw(statement, upTo);
            } catch (SQLException e) {
                throw new EventStoreException("the log cannot be read after " + after, e);
            }
        });
    }

    private RawStretch raw(PreparedStatement statement, long upTo) throws SQLException {
        List<LogRow> rows = new ArrayList<>();
        long bytes = 0;
        long last = upTo;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                LogRow data = LogRow.of(row, TABLES);
                rows.add(data);
                bytes += data.payload().length;
                if (bytes > MOST_BYTES) {
                    last = data.position();
                    break;
                }
            }
        }
        List<RawStretch.Lazy> events = EventUtils.upcastAndDeserializeTrackedEvents(
                        rows.stream(), getEventSerializer(), upcasterChain)
                .map(RawStretch.Lazy::new)
                .toList();
        return new RawStretch(last, events, bytes);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (!CurrentUnitOfWork.isStarted()
                || CurrentUnitOfWork.get().root().phase().isAfter(UnitOfWork.Phase.PREPARE_COMMIT)) {
            super.appendEvents(events);
            return;
        }
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        List<EventMessage<?>> waiting = unit.getOrComputeResource(WAITING, absent -> {
            List<EventMessage<?>> fresh = new ArrayList<>();
            // What is registered for the commit later than the transaction comes before the transaction's own.
            unit.onCommit(committing -> super.appendEvents(fresh));
            return fresh;
        });
        waiting.addAll(events);
    }

    /** What a reader knows who has read up to there. */
    static GapAwareTrackingToken tokenAt(long position) {
        return GapAwareTrackingToken.newInstance(position, Collections.emptySortedSet());
    }

    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, GapAwareTrackingToken previous)
            throws SQLException {
        return super.getTrackedEventData(row, tokenAt(row.getLong(TABLES.globalIndexColumn()) - 1));
    }
}
