package dev.earshot.query.ledger.posting;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What kinds of facts post what. A kind that nobody has thought of is found when the rules are made. */
final class Rules {
    private final Map<Class<?>, Rule<?>> rules = new HashMap<>();

    /** How one kind of fact is posted. */
    @FunctionalInterface
    interface Posting<F> {
        void post(F fact, Sheet sheet);
    }

    /** Under which names a fact finds and leaves memories. */
    @FunctionalInterface
    interface Keys<F> {
        List<String> of(F fact);
    }

    private record Rule<F>(Class<F> kind, Function<F, Instant> at, Keys<F> keys, Posting<F> posting) {
        List<String> keysOf(Object fact) {
            return keys.of(kind.cast(fact));
        }

        Entry post(Object fact, Sheet sheet) {
            F known = kind.cast(fact);
            posting.post(known, sheet);
            return new Entry(kind.getSimpleName(), at.apply(known), sheet.lines());
        }
    }

    /** These facts are posted like this, and nothing need be remembered. */
    <F> Rules post(Class<F> kind, Function<F, Instant> at, Posting<F> posting) {
        return post(kind, at, fact -> List.of(), posting);
    }

    /** These facts are posted like this, with what is remembered under these names. */
    <F> Rules post(Class<F> kind, Function<F, Instant> at, Keys<F> keys, Posting<F> posting) {
        if (rules.put(kind, new Rule<>(kind, at, keys, posting)) != null) {
            throw new IllegalStateException("there are two rules for " + kind);
        }
        return this;
    }

    /** These facts move no money. */
    @SafeVarargs
    final <F> Rules nothing(Class<? extends F>... kinds) {
        for (Class<? extends F> kind : kinds) {
            post(kind, fact -> Instant.EPOCH, (fact, sheet) -> {});
        }
        return this;
    }

    /** Fails unless there is a rule for every kind of fact of these families, and for nothing else. */
    Rules covering(Collection<Class<?>> families) {
        Set<String> known = new TreeSet<>();
        Set<String> ruled = new TreeSet<>();
        families.forEach(family -> List.of(family.getPermittedSubclasses()).forEach(kind -> known.add(kind.getName())));
        rules.keySet().forEach(kind -> ruled.add(kind.getName()));
        if (!known.equals(ruled)) {
            throw new IllegalStateException("the ledger knows what to do with " + ruled + ", but there are " + known);
        }
        return this;
    }

    List<String> keysOf(Object fact) {
        return of(fact).keysOf(fact);
    }

    Entry post(Object fact, Memories memories) {
        return of(fact).post(fact, new Sheet(memories));
    }

    private Rule<?> of(Object fact) {
        Rule<?> rule = rules.get(fact.getClass());
        if (rule == null) {
            throw new IllegalArgumentException("the ledger has no rule for " + fact.getClass());
        }
        return rule;
    }
}
