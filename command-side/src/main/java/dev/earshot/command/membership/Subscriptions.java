package dev.earshot.command.membership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.pricing.Tier;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The subscriptions that stores charge and renew. Immutable. They are recorded and never charged here.
 *
 * @param known by the store's name
 */
record Subscriptions(@JsonValue Map<String, Subscription> known) {
    @JsonCreator(mode = Mode.DELEGATING)
    Subscriptions {
        known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    }

    static Subscriptions none() {
        return new Subscriptions(Map.of());
    }

    /** What is known of a subscription when this was told as well. */
    Subscription merged(Subscription told) {
        Subscription before = known.get(told.reference());
        return before == null ? told : before.merge(told);
    }

    /** Whether exactly this is known already. */
    boolean include(Subscription subscription) {
        return subscription.equals(known.get(subscription.reference()));
    }

    /** Whether a store charges for one at this moment, and means to go on. */
    boolean areCharged(Instant at) {
        return known.values().stream().anyMatch(subscription -> isCharged(subscription, at));
    }

    static boolean isCharged(Subscription subscription, Instant at) {
        return subscription.goesOn() && at.isBefore(subscription.liveUntil());
    }

    /** What they allow at this moment. */
    Stream<Tier> tiers(Instant at) {
        return known.values().stream()
                .filter(subscription -> at.isBefore(subscription.liveUntil()))
                .map(Subscription::tier);
    }

    Subscriptions with(Subscription subscription) {
        Map<String, Subscription> more = new LinkedHashMap<>(known);
        more.put(subscription.reference(), subscription);
        return new Subscriptions(more);
    }
}
