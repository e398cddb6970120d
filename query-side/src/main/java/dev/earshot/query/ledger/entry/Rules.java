package dev.earshot.query.ledger.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What kinds of facts post what. A kind that nobody has thought of is found when the rules are made. */
public final class Rules {
    private final Map<Class<?>, Rule<?>> rules = new HashMap<>();
    private final Keys<Object> keysAfterwards;
    private final Posting<Object> afterwards;

    /**
     * Rules for no kind of facts yet.
     *
     * @param keys under which further names any fact finds and leaves memories
     * @param afterwards what is added to the entry of any fact, once it is written
     */
    public Rules(Keys<Object> keys, Posting<Object> afterwards) {
        this.keysAfterwards = keys;
        this.afterwards = afterwards;
    }

    /** How one kind of fact is posted. */
    @FunctionalInterface
    public interface Posting<F> {
        /** Writes its entry. */
        void post(F fact, Sheet sheet);
    }

    /** Under which names a fact finds and leaves memories. */
    @FunctionalInterface
    public interface Keys<F> {
        /** All of these names. */
        List<String> of(F fact);
    }

    private record Rule<F>(Class<F> kind, Function<F, Instant> at, Keys<F> keys, Posting<F> posting) {
        List<String> keysOf(Object fact) {
            return keys.of(kind.cast(fact));
        }

        Entry post(Object fact, Sheet sheet, Posting<Object> afterwards) {
            F known = kind.cast(fact);
            posting.post(known, sheet);
            afterwards.post(fact, sheet);
            return new Entry(kind.getSimpleName(), at.apply(known), sheet.lines());
        }
    }

    /** These facts are posted like this, and nothing need be remembered. */
    public <F> Rules post(Class<F> kind, Function<F, Instant> at, Posting<F> posting) {
        return post(kind, at, fact -> List.of(), posting);
    }

    /** These facts are posted like this, with what is remembered under these names. */
    public <F> Rules post(Class<F> kind, Function<F, Instant> at, Keys<F> keys, Posting<F> posting) {
        if (rules.put(kind, new Rule<>(kind, at, keys, posting)) != null) {
            throw new IllegalStateException("there are two rules for " + kind);
        }
        return this;
    }

    /** These facts move no money. */
    @SafeVarargs
    public final <F> Rules nothing(Class<? extends F>... kinds) {
        for (Class<? extends F> kind : kinds) {
            post(kind, fact -> Instant.EPOCH, (fact, sheet) -> {});
        }
        return this;
    }

    /** Fails unless there is a rule for every kind of fact of these families, and for nothing else. */
    public Rules covering(Collection<Class<?>> families) {
        Set<String> known = new TreeSet<>();
        Set<String> ruled = new TreeSet<>();
        families.forEach(family -> List.of(family.getPermittedSubclasses()).forEach(kind -> known.add(kind.getName())));
        rules.keySet().forEach(kind -> ruled.add(kind.getName()));
        if (!known.equals(ruled)) {
            throw new IllegalStateException("the ledger knows what to do with " + ruled + ", but there are " + known);
        }
        return this;
    }

    /** Under which names memories are needed to post this fact. */
    public List<String> keysOf(Object fact) {
        List<String> all = new ArrayList<>(of(fact).keysOf(fact));
        all.addAll(keysAfterwards.of(fact));
        return all;
    }

    /** What this fact posts, which may be nothing. */
    public Entry post(Object fact, Memories memories) {
        return of(fact).post(fact, new Sheet(memories), afterwards);
    }

    private Rule<?> of(Object fact) {
        Rule<?> rule = rules.get(fact.getClass());
        if (rule == null) {
            throw new IllegalArgumentException("the ledger has no rule for " + fact.getClass());
        }
        return rule;
    }
}
