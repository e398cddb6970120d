package dev.earshot.app.generate.town;

import dev.earshot.api.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * One town of the marketplace. Its time goes from plan to plan; a plan sends a command, as somebody's app or a clock of the
 * platform would; the aggregates decide, and what they tell is heard by the billing of calls, by the routes of payments and by
 * the people, one fact after the other, until nothing more follows. Towns know nothing of each other.
 */
public final class Town {
    /** From a fact to what follows from it, in milliseconds: as on a quiet server. */
    private static final int LEAST_DELAY = 2;

    private static final int MOST_DELAY = 9;

    private final Present present;
    private final Dice dice;
    private final House house;
    private final List<Consumer<Object>> listeners = new ArrayList<>();
    private final PriorityQueue<Plan> plans = new PriorityQueue<>();
    private final Deque<Fact> unheard = new ArrayDeque<>();
    private List<Fact> told = new ArrayList<>();
    private long millis;
    private long planned;
    private String story = "";

    private record Plan(long millis, long number, String story, Runnable work) implements Comparable<Plan> {
        @Override
        public int compareTo(Plan other) {
            int byTime = Long.compare(millis, other.millis);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    Town(Present present, Dice dice, Blueprints blueprints, Instant founded) {
        this.present = present;
        this.dice = dice;
        house = new House(blueprints, this::tell);
        millis = founded.toEpochMilli();
    }

    Instant now() {
        return Instant.ofEpochMilli(millis);
    }

    Dice dice() {
        return dice;
    }

    /** Hears of every fact, in order. */
    void hear(Consumer<Object> listener) {
        listeners.add(listener);
    }

    /** Somebody begins something then: a story of its own. */
    void plan(Instant when, Runnable work) {
        plan(when, "", work);
    }

    /** What follows from what is happening now, and comes a while later. */
    void later(Duration delay, Runnable work) {
        plan(now().plus(delay), story, work);
    }

    /** The same, at a certain time. */
    void follow(Instant when, Runnable work) {
        plan(when, story, work);
    }

    private void plan(Instant when, String of, Runnable work) {
        plans.add(new Plan(when.toEpochMilli(), planned++, of, work));
    }

    /** What happens before this moment, in order. */
    public List<Fact> until(Instant moment) {
        present.in(this, () -> run(moment.toEpochMilli()));
        List<Fact> facts = told;
        told = new ArrayList<>();
        return facts;
    }

    private void run(long end) {
        while (!plans.isEmpty() && plans.peek().millis() < end) {
            Plan next = plans.poll();
            millis = Math.max(millis, next.millis());
            story = next.story().isEmpty() ? dice.story() : next.story();
            next.work().run();
            settle();
        }
    }

    /** Asks at once; a refusal by name is an answer that nobody minds. */
    @SuppressWarnings("unchecked")
    <R> R ask(Object command) {
        try {
            return (R) decide(command);
        } catch (Refused refused) {
            return null;
        } catch (Exception failed) {
            throw new IllegalStateException(command + " failed", failed);
        }
    }

    Object decide(Object command) throws Exception {
        return house.decide(command);
    }

    /** Something happens that no aggregate decided. */
    void publish(Object payload) {
        String id = dice.eventId(millis);
        add(new Fact(id, id, 0, null, now(), payload, story));
    }

    /** Nothing more will happen to this. */
    void forget(Object id) {
        house.forget(id);
    }

    private void tell(DomainEventMessage<?> event) {
        add(new Fact(
                dice.eventId(millis),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getType(),
                now(),
                event.getPayload(),
                story));
    }

    private void add(Fact fact) {
        told.add(fact);
        unheard.add(fact);
    }

    private void settle() {
        for (Fact fact = unheard.poll(); fact != null; fact = unheard.poll()) {
            millis += dice.between(LEAST_DELAY, MOST_DELAY);
            story = fact.story();
            for (Consumer<Object> listener : listeners) {
                listener.accept(fact.payload());
            }
        }
    }
}
