package dev.earshot.query.news;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Whom a fact concerns, and what each of them hears. Nobody hears of the other side's means, and an account hears of one
 * event at most once, so that the event's position names what it has heard.
 */
@Component
public final class Audience {
    private final Map<Class<?>, Function<Object, List<Told>>> shapes = new HashMap<>();

    Audience() {
        AutoTopUpNews.tell(this);
        CallNews.tell(this);
        WalletNews.tell(this);
        ListenerNews.tell(this);
        CoinNews.tell(this);
        CardNews.tell(this);
        MembershipNews.tell(this);
        SimulationNews.tell(this);
    }

    <E> void tell(Class<E> type, Function<E, List<Told>> shape) {
        shapes.put(type, event -> shape.apply(type.cast(event)));
    }

    /** What this event tells to whom; nothing when it is ignored. */
    public List<Told> of(Object event) {
        var shape = shapes.get(event.getClass());
        return shape == null ? List.of() : shape.apply(event);
    }

    /** Whether anybody hears of such events. */
    boolean tells(Class<?> event) {
        return shapes.containsKey(event);
    }
}
