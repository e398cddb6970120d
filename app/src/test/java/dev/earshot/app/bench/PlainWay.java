package dev.earshot.app.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.earshot.app.bench.measure.Pace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/**
 * What the meter is compared with, on the same database in the same run: one transaction for each call-second, and
 * the most rows PostgreSQL takes when many are inserted by one statement.
 */
final class PlainWay {
    private static final int CONNECTIONS = 16;
    private static final int WALLETS = 100_000;
    private static final int ROWS = 500;

    private final HikariDataSource database = new HikariDataSource();

    PlainWay(HikariDataSource like, FlywayConnectionDetails owner) throws SQLException {
        database.setJdbcUrl(like.getJdbcUrl());
        database.setUsername(owner.getUsername());
        database.setPassword(owner.getPassword());
        database.setMaximumPoolSize(CONNECTIONS);
        database.setAutoCommit(false);
        run("DROP TABLE IF EXISTS bench_entry, bench_wallet");
        run("CREATE TABLE bench_wallet (id int PRIMARY KEY, balance bigint NOT NULL) WITH (fillfactor = 70)");
        run("CREATE TABLE bench_entry (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, wallet int NOT NULL,"
                + " call text NOT NULL, second int NOT NULL, charged bigint NOT NULL, at timestamptz NOT NULL)");
        run("INSERT INTO bench_wallet SELECT id, 1000000 FROM generate_series(1, " + WALLETS + ") id");
    }

    /** Call-seconds a second when each is an UPDATE of the wallet and an INSERT of the entry in its own transaction. */
    double transactionPerCallSecond(Duration span) throws InterruptedException {
        return inParallel(CONNECTIONS, span, (connection, count) -> {
            try (PreparedStatement update =
                            connection.prepareStatement("UPDATE bench_wallet SET balance = balance - 1 WHERE id = ?");
                    PreparedStatement insert = connection.prepareStatement(INSERT + ROW)) {
                while (!Thread.currentThread().isInterrupted()) {
                    int wallet = ThreadLocalRandom.current().nextInt(1, WALLETS + 1);
                    update.setInt(1, wallet);
                    update.executeUpdate();
                    bind(insert, 0, wallet);
                    insert.executeUpdate();
                    connection.commit();
                    count.increment();
                }
            }
        });
    }

    /** Rows a second when two connections insert 500 at once: the database's own limit for a row per call-second. */
    double multiRowInsert(Duration span) throws InterruptedException {
        String sql = INSERT + String.join(",", java.util.Collections.nCopies(ROWS, ROW));
        return inParallel(2, span, (connection, count) -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                while (!Thread.currentThread().isInterrupted()) {
                    for (int row = 0; row < ROWS; row++) {
                        bind(insert, row, row + 1);
                    }
                    insert.executeUpdate();
                    connection.commit();
                    count.add(ROWS);
                }
            }
        });
    }

    void close() throws SQLException {
        run("DROP TABLE IF EXISTS bench_entry, bench_wallet");
        database.close();
    }

    private static final String INSERT = "INSERT INTO bench_entry (wallet, call, second, charged, at) VALUES ";
    private static final String ROW = "(?, ?, ?, ?, now())";

    private static void bind(PreparedStatement insert, int row, int wallet) throws SQLException {
        int first = 4 * row + 1;
        insert.setInt(first, wallet);
        insert.setString(first + 1, "call_7c2Qk9ZsX1vB4nM8aT5r" + wallet);
        insert.setInt(first + 2, 37);
        insert.setLong(first + 3, 154);
    }

    private interface Work {
        void run(Connection connection, LongAdder count) throws SQLException;
    }

    private double inParallel(int threads, Duration span, Work work) throws InterruptedException {
        LongAdder count = new LongAdder();
        Thread[] workers = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            workers[i] = new Thread(() -> {
                try (Connection connection = database.getConnection()) {
                    work.run(connection, count);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            workers[i].start();
        }
        Pace.pause(Duration.ofSeconds(3));
        long before = count.sum();
        long start = System.nanoTime();
        Pace.pause(span);
        double rate = (count.sum() - before) * 1e9 / (System.nanoTime() - start);
        for (Thread worker : workers) {
            worker.interrupt();
            worker.join();
        }
        return rate;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
            connection.commit();
        }
    }
}
