package dev.earshot.platform.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earshot.api.account.AccountRefusal;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys of people: made when the first text is sealed, remembered for a while, destroyed for good. A destroyed key leaves a
 * tombstone, so that nothing is ever sealed for its person again.
 */
@Component
public class PersonKeys {
    private static final int REMEMBERED = 10_000;

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final Clock clock;
    private final TransactionTemplate alone;
    private final Cache<String, Optional<PersonKey>> byId;

    PersonKeys(
            JdbcClient jdbc,
            MasterKeys masters,
            Clock clock,
            PlatformTransactionManager transactions,
            PeopleSettings settings) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.byId = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(settings.remembered())
                .build();
    }

    /** The person's key, a fresh one at the first question. Two first questions at once get the same one. */
    PersonKey of(AccountId owner) throws Refused {
        // Committed for itself: a key must outlive the failure of whatever it was made for, for others may have used
        // it.
        Stored stored = alone.execute(status -> stored(owner).orElseGet(() -> {
            make(owner);
            return stored(owner).orElseThrow();
        }));
        return unwrapped(stored).orElseThrow(() -> AccountRefusal.ACCOUNT_ERASED.of("this account was erased"));
    }

    /** The key of this name; empty when it was destroyed, or never was one of ours. */
    Optional<PersonKey> find(String keyId) {
        return byId.get(keyId, id -> load(Set.of(id)).getOrDefault(id, Optional.empty()));
    }

    /** Reads these keys in one question, for whoever is about to ask for each. */
    void prepare(Collection<String> keyIds) {
        byId.getAll(keyIds, missing -> {
            var found = load(missing);
            return missing.stream().collect(Collectors.toMap(id -> id, id -> found.getOrDefault(id, Optional.empty())));
        });
    }

    /** Destroys the person's key, within the caller's transaction. Repeating it changes nothing. */
    public void destroy(AccountId owner, Instant at) {
        if (owner.equals(Notes.HOUSE)) {
            throw new IllegalArgumentException("the house cannot be erased");
        }
        jdbc.sql("""
                        INSERT INTO person_key (key_id, account_id, wrapped_by, created_at, destroyed_at)
                        VALUES (:key, :account, '', :at, :at)
                        ON CONFLICT (account_id) DO UPDATE
                            SET wrapped = NULL, destroyed_at = coalesce(person_key.destroyed_at, excluded.destroyed_at)
                        """)
                .param("key", freshId())
                .param("account", owner.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        forget(owner);
    }

    /** Nothing of this person's stays in this node's memory. */
    public void forget(AccountId owner) {
        byId.asMap()
                .values()
                .removeIf(
                        key -> key.filter(known -> known.owner().equals(owner)).isPresent());
    }

    private void make(AccountId owner) {
        String keyId = freshId();
        byte[] wrapped = masters.wrap(Aead.freshKey(), keyId, owner.value());
        jdbc.sql("""
                        INSERT INTO person_key (key_id, account_id, wrapped, wrapped_by, created_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id) DO NOTHING
                        """)
                .params(
                        keyId,
                        owner.value(),
                        wrapped,
                        masters.current(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Stored> stored(AccountId owner) {
        return jdbc.sql("SELECT key_id, account_id, wrapped, wrapped_by FROM person_key WHERE account_id = ?")
                .param(owner.value())
                .query(Stored.class)
                .optional();
    }

    private Map<String, Optional<PersonKey>> load(Set<? extends String> keyIds) {
        return jdbc
                .sql("SELECT key_id, account_id, wrapped, wrapped_by FROM person_key WHERE key_id = ANY (:keys)")
                .param("keys", keyIds.toArray(String[]::new))
                .query(Stored.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Stored::keyId, this::unwrapped));
    }

    private Optional<PersonKey> unwrapped(Stored stored) {
        if (stored.wrapped() == null) {
            return Optional.empty();
        }
        SecretKey key = masters.unwrap(stored.wrapped(), stored.wrappedBy(), stored.keyId(), stored.accountId());
        return Optional.of(new PersonKey(stored.keyId(), new AccountId(stored.accountId()), key));
    }

    private static String freshId() {
        return "key_" + UUID.randomUUID().toString().replace("-", "");
    }

    private record Stored(String keyId, String accountId, byte[] wrapped, String wrappedBy) {}
}
