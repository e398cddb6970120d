package dev.earshot.api.reconciliation;

import dev.earshot.api.id.BreakId;
import java.time.Instant;

/**
 * What was found.
 *
 * @param provider who tells otherwise: a payment provider or a media server
 * @param reference what they call it; of talk, the call
 * @param told what they tell; zero where they tell nothing
 * @param known what our log says; zero where it says nothing. Of a fee, the most that was agreed
 * @param at when it moved
 */
public record Finding(
        String provider, BreakKind kind, Movement movement, String reference, Figure told, Figure known, Instant at) {
    /** The same contradiction about the same thing is the same break, whatever the figures. */
    public BreakId breakId() {
        return BreakId.of(provider, kind.name(), movement.name(), reference);
    }

    /** Whether the two sides say the same as in another finding. */
    public boolean saysLike(Finding other) {
        return told.equals(other.told) && known.equals(other.known);
    }
}
