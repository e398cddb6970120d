package dev.earshot.query.news;

import dev.earshot.api.account.AccountEvent.AccountRegistered;
import dev.earshot.api.account.AccountEvent.FavouriteAdded;
import dev.earshot.api.account.AccountEvent.FavouriteRemoved;
import dev.earshot.api.account.AccountEvent.RolesGranted;
import dev.earshot.api.call.CallEvent.CallRated;
import dev.earshot.api.listener.ListenerEvent.ProfilePublished;
import dev.earshot.api.meter.MeterEvent.GrantRunningLow;
import dev.earshot.api.meter.MeterEvent.SecondsDrawn;
import dev.earshot.api.presence.PresenceEvent.EngagementDeclined;
import dev.earshot.api.presence.PresenceEvent.MemberBlocked;
import dev.earshot.api.presence.PresenceEvent.MemberUnblocked;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Whom a fact concerns, and what each of them hears. Nobody hears of the other side's means, and an account hears of one
 * event at most once, so that the event's position names what it has heard.
 */
@Component
public final class Audience {
    /** Facts that nobody hears as such: told by another fact, asked for when needed, or nobody's business. */
    static final Set<Class<?>> IGNORES = Set.of(
            AccountRegistered.class,
            RolesGranted.class,
            FavouriteAdded.class,
            FavouriteRemoved.class,
            ProfilePublished.class,
            MemberBlocked.class,
            MemberUnblocked.class,
            CallRated.class,
            HoldDeclined.class, // CallRefused tells it.
            EngagementDeclined.class, // CallRefused tells it.
            GrantRunningLow.class, // HoldExtended or HoldExtensionDeclined tells how it went on.
            SecondsDrawn.class); // Draws are told one by one, and not kept.

    private final Map<Class<?>, Function<Object, List<Told>>> shapes = new HashMap<>();

    Audience() {
        CallNews.tell(this);
        WalletNews.tell(this);
        ListenerNews.tell(this);
    }

    <E> void tell(Class<E> type, Function<E, List<Told>> shape) {
        shapes.put(type, event -> shape.apply(type.cast(event)));
    }

    /** What this event tells to whom; nothing when it is ignored. */
    public List<Told> of(Object event) {
        var shape = shapes.get(event.getClass());
        return shape == null ? List.of() : shape.apply(event);
    }

    boolean tells(Class<?> event) {
        return shapes.containsKey(event);
    }
}
