package dev.earshot.platform.people;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wraps people's keys anew when another master key is in force. What was sealed stays as it is, for the keys inside do not
 * change.
 */
@Component
class KeyRotation {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final MasterKeys masters;

    KeyRotation(JdbcClient jdbc, MasterKeys masters) {
        this.jdbc = jdbc;
        this.masters = masters;
    }

    /** Wraps every key that another master key wraps; tells how many those were. */
    int round() {
        int all = 0;
        List<Wrapped> some = next();
        while (!some.isEmpty()) {
            some.forEach(this::wrapAnew);
            all += some.size();
            some = next();
        }
        if (all > 0) {
            LOG.atInfo()
                    .addKeyValue("keys", all)
                    .addKeyValue("master", masters.current())
                    .log("The keys of people are wrapped by the master key in force");
        }
        return all;
    }

    private List<Wrapped> next() {
        return jdbc.sql("""
                        SELECT key_id, account_id, wrapped, wrapped_by FROM person_key
                        WHERE wrapped IS NOT NULL AND wrapped_by <> :current AND wrapped_by = ANY (:known) LIMIT :some
                        """)
                .param("current", masters.current())
                .param("known", masters.names().toArray(String[]::new))
                .param("some", AT_ONCE)
                .query(Wrapped.class)
                .list();
    }

    /** A key that is destroyed, or wrapped by another node, at the same moment stays as that has left it. */
    private void wrapAnew(Wrapped old) {
        var key = masters.unwrap(old.wrapped(), old.wrappedBy(), old.keyId(), old.accountId());
        jdbc.sql("UPDATE person_key SET wrapped = ?, wrapped_by = ? WHERE key_id = ? AND wrapped = ?")
                .params(masters.wrap(key, old.keyId(), old.accountId()), masters.current(), old.keyId(), old.wrapped())
                .update();
    }

    private record Wrapped(String keyId, String accountId, byte[] wrapped, String wrappedBy) {}
}
