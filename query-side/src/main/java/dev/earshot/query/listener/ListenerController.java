package dev.earshot.query.listener;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.listener.ListenerRefusal;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.account.Favourites;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import dev.earshot.query.person.Texts;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Listeners, for those who want to talk. */
@RestController
@RequestMapping("/v1/listeners")
class ListenerController {
    private final ListenerReader listeners;
    private final Texts texts;
    private final Favourites favourites;

    ListenerController(ListenerReader listeners, Texts texts, Favourites favourites) {
        this.listeners = listeners;
        this.texts = texts;
        this.favourites = favourites;
    }

    /** Finds listeners. */
    @Operation(summary = "Search for listeners")
    @GetMapping
    Page<ListenerReply> search(Caller caller, @Valid ListenerSearch search, @Valid PageRequest page) throws Refused {
        var found = listeners.search(search, page);
        var ids = found.items().stream().map(listener -> listener.listenerId).toList();
        var written = texts.of(ids);
        var liked = favourites.among(caller.accountId(), ids);
        return found.map(listener -> ListenerReply.of(
                listener, written.getOrDefault(listener.listenerId, Map.of()), liked.contains(listener.listenerId)));
    }

    /** One listener's profile. */
    @Operation(summary = "Tell what a listener shows to everybody")
    @GetMapping("/{listenerId}")
    ListenerReply listener(Caller caller, @PathVariable ListenerId listenerId) throws Refused {
        var listener = listeners
                .listener(listenerId)
                .orElseThrow(() -> ListenerRefusal.LISTENER_UNKNOWN.of("there is no listener %s", listenerId));
        var ids = List.of(listener.listenerId);
        return ListenerReply.of(
                listener,
                texts.of(listener.listenerId),
                !favourites.among(caller.accountId(), ids).isEmpty());
    }

    /** What the listener did not write about themselves is absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListenerReply(
            String listenerId,
            String displayName,
            String bio,
            String location,
            String occupation,
            List<String> languages,
            List<String> skills,
            Money ratePerMinute,
            ListenerStatus status,
            boolean takesCards,
            Rating ratingAverage,
            long callsTaken,
            boolean favourite) {
        static ListenerReply of(ListenerState listener, Map<String, String> texts, boolean favourite) {
            return new ListenerReply(
                    listener.listenerId,
                    texts.get("displayName"),
                    texts.get("bio"),
                    texts.get("location"),
                    texts.get("occupation"),
                    listener.languages,
                    listener.skills,
                    listener.ratePerMinute,
                    listener.status(),
                    listener.takesCards(),
                    new Rating(listener.ratingCount, listener.ratingHundredths()),
                    listener.callsTaken,
                    favourite);
        }
    }

    /** How many have rated and what they gave on average, in hundredths of a star; 0 when nobody has. */
    record Rating(long count, long hundredths) {}
}
