package dev.earshot.platform.database;

import dev.earshot.platform.start.CannotStart;
import dev.earshot.platform.start.Surroundings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks at every start whether the database keeps the log from the role that runs. */
@Component
class LogKept implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(LogKept.class);

    /** Whoever is the owner, may become the owner, may make itself a member of it, or may change rows, could rewrite it. */
    private static final String COULD_REWRITE = """
            SELECT pg_has_role(log.relowner, 'MEMBER') OR me.rolcreaterole
                OR has_any_column_privilege(log.oid, 'UPDATE') OR has_table_privilege(log.oid, 'DELETE, TRUNCATE, TRIGGER')
            FROM pg_class log, pg_roles me WHERE log.oid = 'domain_event'::regclass AND me.rolname = current_user""";

    private static final String REASON = "The database does not protect the log from the role that runs"
            + " (spring.datasource.username): it could change and delete events.";
    private static final String REMEDY = "Let another role own the tables, with spring.flyway.user and"
            + " spring.flyway.password (docs/runbook.md, \"Two roles\"), or allow it with database.one-role=true.";

    private final JdbcClient jdbc;
    private final DatabaseSettings allowed;
    private final Environment settings;

    LogKept(JdbcClient jdbc, DatabaseSettings allowed, Environment settings) {
        this.jdbc = jdbc;
        this.allowed = allowed;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!jdbc.sql(COULD_REWRITE).query(Boolean.class).single()) {
            return;
        }
        if (!allowed.oneRole() && !Surroundings.areForDevelopment(settings)) {
            throw new CannotStart(REASON, REMEDY);
        }
        LOG.warn("{} {}", REASON, REMEDY);
    }
}
