package dev.earshot.api.person;

import dev.earshot.api.id.PersonId;
import java.time.Instant;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked to be kept of a person. */
public sealed interface PersonCommand {
    @TargetAggregateIdentifier
    PersonId personId();

    /**
     * Keeps personal texts. Repeating what was kept last changes nothing. The subject's other fields stay as they are; a field with nothing in it is taken back.
     *
     * @param personId whose key the texts are sealed with
     * @param subject what the texts are about, by its id: a listener's profile, a call's rating, a penalty, a card
     * @param fields what each text is called
     */
    record KeepTexts(PersonId personId, String subject, Map<String, Sealed> fields, Instant at)
            implements PersonCommand {}
}
