package dev.earshot.app.lives.paper;

import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import java.time.Instant;

/** Some units of one pocket, all of which expire at once. */
final class Lot {
    final Pocket pocket;
    final Unit unit;
    final String name;
    Instant expires;
    String onlyFor = "";
    long balance;

    Lot(Pocket pocket, Unit unit, String name, Instant expires) {
        this.pocket = pocket;
        this.unit = unit;
        this.name = name;
        this.expires = expires;
    }

    boolean expired(Instant at) {
        return !at.isBefore(expires);
    }
}
