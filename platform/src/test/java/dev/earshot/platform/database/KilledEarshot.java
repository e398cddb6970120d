package dev.earshot.platform.database;

import dev.earshot.platform.secrets.SecretFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A process that writes one row and waits to be killed. */
final class KilledEarshot {
    static final String WRITTEN = "written";

    private KilledEarshot() {}

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        Postgres postgres = Postgres.startIn(data, SecretFolder.in(data));
        try (Connection connection = DriverManager.getConnection(
                        postgres.urlOf("earshot"),
                        postgres.owner().user(),
                        postgres.owner().password());
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE paid (minor bigint)");
            sql.execute("INSERT INTO paid VALUES (1250)");
            System.out.println(WRITTEN);
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }
}
