package dev.earshot.command.person;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.PersonId;
import dev.earshot.api.person.PersonCommand.KeepTexts;
import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.api.person.Sealed;
import dev.earshot.platform.people.Sealing;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * Somebody of whom personal texts are kept, each sealed with their key. It remembers the last of them, sealed, so that
 * whoever sends the same again adds nothing. Its stream ends when nothing can be sealed for the person any more.
 */
@Aggregate(type = "Person", cache = "personCache", snapshotTriggerDefinition = "personSnapshots")
@Revision("2")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Person {
    @AggregateIdentifier
    private PersonId id;

    private String subject = "";
    private Map<String, Sealed> fields = Map.of();

    Person() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(KeepTexts command, Sealing sealing) {
        boolean isRepeated = command.subject().equals(subject) && sealing.isAlike(subject, fields, command.fields());
        if (isRepeated) {
            return;
        }
        apply(new TextsKept(command.personId(), command.subject(), command.fields(), command.at()));
    }

    @EventSourcingHandler
    void on(TextsKept event) {
        id = event.personId();
        subject = event.subject();
        fields = event.fields();
    }
}
