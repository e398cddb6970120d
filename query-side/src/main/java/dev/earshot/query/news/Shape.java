package dev.earshot.query.news;

import dev.earshot.api.id.AccountId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds the public shape of an event: its name, a few of its figures, its time. */
final class Shape {
    private final Map<String, Object> body = new LinkedHashMap<>();
    private final Kind kind;
    private final Instant at;

    private Shape(Kind kind, Object event, Instant at) {
        this.kind = kind;
        this.at = at;
        body.put("type", event.getClass().getSimpleName());
    }

    static Shape of(Kind kind, Object event, Instant at) {
        return new Shape(kind, event, at);
    }

    Shape with(String name, Object value) {
        body.put(name, value);
        return this;
    }

    /** The shape as this account hears it. */
    Told to(AccountId account) {
        Map<String, Object> told = new LinkedHashMap<>(body);
        told.put("at", at);
        return new Told(account, kind, told, at);
    }
}
