package dev.earshot.query.person;

import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.query.fold.LogEntry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What is printed on a card, and what was said beside a rating, a penalty or a decision? In step with the cards themselves. */
@Component
@ProcessingGroup(OtherTexts.GROUP)
class OtherTexts {
    static final String GROUP = "wallet-view";

    private final SealedTexts texts;

    OtherTexts(JdbcTemplate jdbc) {
        this.texts = new SealedTexts(
                jdbc, "but profiles", subject -> !ProfileTexts.isOfProfile(subject), "subject NOT LIKE 'lis\\_%'");
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
