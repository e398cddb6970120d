package dev.earshot.query.lab.tape;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.Terms;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** What the numbers on the tape mean. May be asked by several threads. */
public final class Vocabulary {
    private final Words words;
    private final JsonMapper json;
    private final Map<Long, Terms> terms = new ConcurrentHashMap<>();
    private final Map<Long, ListenerId> listeners = new ConcurrentHashMap<>();

    Vocabulary(Words words, JsonMapper json) {
        this.words = words;
        this.json = json;
        words.beginningWith(ListenerId.PREFIX).forEach((number, id) -> listeners.put(number, new ListenerId(id)));
    }

    /** The terms of this number. */
    public Terms terms(long number) {
        return terms.computeIfAbsent(number, absent -> json.readValue(words.word(absent), Terms.class));
    }

    /** The listener of this number. */
    public ListenerId listener(long number) {
        return listeners.computeIfAbsent(number, absent -> new ListenerId(words.word(absent)));
    }
}
