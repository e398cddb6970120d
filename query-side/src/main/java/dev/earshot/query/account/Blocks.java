package dev.earshot.query.account;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.presence.PresenceEvent.MemberBlocked;
import dev.earshot.api.presence.PresenceEvent.MemberUnblocked;
import dev.earshot.query.fold.Batch;
import dev.earshot.query.fold.LogEntry;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whose calls does a listener not take? */
@Component
@ProcessingGroup("account-view")
class Blocks {
    private final Links links;
    private final Batch<Link> batch;

    Blocks(JdbcTemplate jdbc) {
        this.links = new Links(jdbc, "member_block", "listener_id", "member_id");
        this.batch = new Batch<>("member_block", links::save);
    }

    List<String> of(ListenerId listenerId) {
        return links.chosenBy(listenerId.value());
    }

    @EventHandler
    void on(MemberBlocked event, LogEntry entry) {
        batch.add(new Link(
                event.presenceId().listenerId().value(), event.memberId().value(), true, entry.position()));
    }

    @EventHandler
    void on(MemberUnblocked event, LogEntry entry) {
        batch.add(new Link(
                event.presenceId().listenerId().value(), event.memberId().value(), false, entry.position()));
    }

    @EventHandler
    void on(AccountErased event) {
        batch.add(Link.erasure(
                ListenerId.of(event.accountId()).value(), event.accountId().value()));
    }

    @ResetHandler
    void reset() {
        links.clear();
    }
}
