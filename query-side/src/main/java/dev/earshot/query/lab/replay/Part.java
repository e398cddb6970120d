package dev.earshot.query.lab.replay;

import dev.earshot.api.pricing.Charge;
import java.time.Instant;
import java.util.List;

/** What becomes of a call while a wallet is played. */
final class Part {
    private boolean placed;
    private boolean open;
    private long granted;
    private boolean cut;
    private Instant cutAt = Instant.EPOCH;
    private List<Charge> charges = List.of();
    private long prepaid;

    /** The same, which goes its own way from now on. */
    Part copy() {
        Part copy = new Part();
        copy.placed = placed;
        copy.open = open;
        copy.granted = granted;
        copy.cut = cut;
        copy.cutAt = cutAt;
        copy.charges = charges;
        copy.prepaid = prepaid;
        return copy;
    }

    void grants(long seconds) {
        placed = true;
        open = true;
        granted = seconds;
    }

    void isOver() {
        open = false;
    }

    /** @param worth what the tokens and minutes among the charges had cost */
    void costs(List<Charge> sum, long worth) {
        open = false;
        charges = sum;
        prepaid = worth;
    }

    void cutOff(Instant at) {
        cut = true;
        cutAt = at;
    }

    boolean wasPlaced() {
        return placed;
    }

    boolean isOpen() {
        return open;
    }

    long granted() {
        return granted;
    }

    boolean wasCut() {
        return cut;
    }

    Instant cutAt() {
        return cutAt;
    }

    List<Charge> charges() {
        return charges;
    }

    long prepaid() {
        return prepaid;
    }
}
