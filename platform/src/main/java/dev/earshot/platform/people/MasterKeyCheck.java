package dev.earshot.platform.people;

import dev.earshot.platform.start.CannotStart;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stops the start when people's keys are wrapped by a master key that is not here, or is another one of the same name. */
@Component
class MasterKeyCheck implements SmartInitializingSingleton {
    private final JdbcClient jdbc;
    private final MasterKeys masters;

    MasterKeyCheck(JdbcClient jdbc, MasterKeys masters) {
        this.jdbc = jdbc;
        this.masters = masters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        samples().forEach(this::demand);
    }

    /** One key of each master key. */
    private List<Sample> samples() {
        return jdbc.sql("""
                        SELECT DISTINCT ON (wrapped_by) key_id, account_id, wrapped, wrapped_by
                        FROM person_key WHERE wrapped IS NOT NULL ORDER BY wrapped_by
                        """).query(Sample.class).list();
    }

    private void demand(Sample sample) {
        try {
            masters.unwrap(sample.wrapped(), sample.wrappedBy(), sample.keyId(), sample.accountId());
        } catch (IllegalStateException e) {
            throw new CannotStart(
                    "Keys of people are wrapped by the master key " + sample.wrappedBy() + ", which is not here.",
                    "Set earshot.secrets." + sample.wrappedBy() + " to what it was, and name it in people.master or"
                            + " people.former-masters. Without it nobody's texts can be read.");
        }
    }

    private record Sample(String keyId, String accountId, byte[] wrapped, String wrappedBy) {}
}
