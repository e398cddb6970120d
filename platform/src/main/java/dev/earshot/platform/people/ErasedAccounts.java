package dev.earshot.platform.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.platform.log.head.LogWatcher;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose access tokens are worthless before their time. Each node hears of an erasure with the event, and forgets the key that
 * it may have in memory; one that starts reads of whom it did not hear. A name is kept as long as a token can be believed.
 */
@Component
public class ErasedAccounts implements LogWatcher, SmartInitializingSingleton {
    /** No access token lives longer. */
    public static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final PersonKeys keys;
    private final Clock clock;
    private final Cache<String, Boolean> erased =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();

    ErasedAccounts(JdbcClient jdbc, PersonKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** Whether the account was erased lately. */
    public boolean include(String accountId) {
        return erased.getIfPresent(accountId) != null;
    }

    /** From now on on this node: whoever erased it need not wait to hear of it. */
    public void add(AccountId account) {
        erased.put(account.value(), true);
        keys.forget(account);
    }

    @Override
    public void appended(DomainEventMessage<?> event) {
        if (event.getPayloadType() == AccountErased.class) {
            add(((AccountErased) event.getPayload()).accountId());
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        jdbc.sql("SELECT account_id FROM erasure WHERE erased_at > ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list()
                .forEach(account -> add(new AccountId(account)));
    }
}
