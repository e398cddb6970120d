package dev.earshot.query.account;

import dev.earshot.api.account.AccountEvent.FavouriteAdded;
import dev.earshot.api.account.AccountEvent.FavouriteRemoved;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.query.fold.Batch;
import dev.earshot.query.fold.LogEntry;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which listeners does an account like? */
@Component
@ProcessingGroup("account-view")
public class Favourites {
    private final Links links;
    private final Batch<Link> batch;

    Favourites(JdbcTemplate jdbc) {
        this.links = new Links(jdbc, "favourite", "account_id", "listener_id");
        this.batch = new Batch<>("favourite", links::save);
    }

    /** Those among these listeners whom the account likes. */
    public Set<String> among(AccountId accountId, Collection<String> listenerIds) {
        return Set.copyOf(links.chosenBy(accountId.value(), listenerIds));
    }

    List<String> of(AccountId accountId) {
        return links.chosenBy(accountId.value());
    }

    @EventHandler
    void on(FavouriteAdded event, LogEntry entry) {
        batch.add(new Link(event.accountId().value(), event.listenerId().value(), true, entry.position()));
    }

    @EventHandler
    void on(FavouriteRemoved event, LogEntry entry) {
        batch.add(new Link(event.accountId().value(), event.listenerId().value(), false, entry.position()));
    }

    @EventHandler
    void on(AccountErased event) {
        batch.add(Link.erasure(
                event.accountId().value(), ListenerId.of(event.accountId()).value()));
    }

    @ResetHandler
    void reset() {
        links.clear();
    }
}
