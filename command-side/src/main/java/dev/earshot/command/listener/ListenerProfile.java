package dev.earshot.command.listener;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.listener.ListenerCommand.PublishProfile;
import dev.earshot.api.listener.ListenerCommand.QuoteRate;
import dev.earshot.api.listener.ListenerEvent.ProfilePublished;
import dev.earshot.api.listener.ListenerRefusal;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.RateLimits;
import dev.earshot.api.refusal.Refused;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A listener's profile. It is published, changed by publishing it again, and quotes the rate in force to whoever calls. */
@Aggregate(type = "ListenerProfile", cache = "listenerCache", snapshotTriggerDefinition = "listenerSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class ListenerProfile {
    @AggregateIdentifier
    private ListenerId id;

    private Set<String> languages = Set.of();
    private Set<String> skills = Set.of();
    private Money ratePerMinute;

    ListenerProfile() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishProfile command) throws Refused {
        Money rate = command.ratePerMinute();
        if (!RateLimits.allow(rate)) {
            throw ListenerRefusal.RATE_OUT_OF_RANGE.of(
                    "a rate from %s to %s a minute is expected, not %s",
                    RateLimits.least(rate.currency()), RateLimits.most(rate.currency()), rate);
        }
        boolean unchanged =
                rate.equals(ratePerMinute) && languages.equals(command.languages()) && skills.equals(command.skills());
        if (!unchanged) {
            apply(new ProfilePublished(
                    command.listenerId(), command.languages(), command.skills(), rate, command.at()));
        }
    }

    @CommandHandler
    Money handle(QuoteRate command) {
        return ratePerMinute;
    }

    @EventSourcingHandler
    void on(ProfilePublished event) {
        id = event.listenerId();
        languages = event.languages();
        skills = event.skills();
        ratePerMinute = event.ratePerMinute();
    }
}
