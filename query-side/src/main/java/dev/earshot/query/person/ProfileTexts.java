package dev.earshot.query.person;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.query.fold.LogEntry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What does a listener write about themselves? In step with the rest of the profile. */
@Component
@ProcessingGroup("listener-view")
class ProfileTexts {
    private final SealedTexts texts;

    ProfileTexts(JdbcTemplate jdbc) {
        this.texts = new SealedTexts(jdbc, "of profiles", ProfileTexts::isOfProfile, "subject LIKE 'lis\\_%'");
    }

    static boolean isOfProfile(String subject) {
        return subject.startsWith(ListenerId.PREFIX);
    }

    @EventHandler
    void on(TextsKept event, LogEntry entry) {
        texts.on(event, entry);
    }

    @EventHandler
    void on(AccountErased event) {
        texts.on(event);
    }

    @ResetHandler
    void reset() {
        texts.clear();
    }
}
