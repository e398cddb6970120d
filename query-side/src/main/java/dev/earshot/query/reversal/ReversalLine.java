package dev.earshot.query.reversal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One refund or dispute of a payment.
 *
 * @param name our id of a refund, else the provider's name for it
 * @param reason why it was asked for or failed; absent where nobody said
 * @param at when it came to this
 */
@Schema(name = "ReversalLine")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReversalLine(Kind kind, String name, Money amount, Status status, String reason, Instant at) {
    /** What took the money. */
    public enum Kind {
        REFUND,
        DISPUTE,
        /** Another amount came than was asked for. */
        MISMATCH
    }

    /** How far it has come; a dispute moves on in this order and never back. */
    public enum Status {
        REQUESTED,
        CONFIRMED,
        FAILED,
        OPEN,
        LOST,
        WON
    }

    /** Whether this is about the same refund or dispute. */
    public boolean is(ReversalLine other) {
        return kind == other.kind && name.equals(other.name);
    }

    /** These lines with this one in the place of what was known of the same refund or dispute. */
    public List<ReversalLine> in(List<ReversalLine> lines) {
        List<ReversalLine> all = new ArrayList<>(lines);
        all.removeIf(this::is);
        all.add(this);
        return List.copyOf(all);
    }

    /** Whichever of the two has come further: news of a dispute may be overtaken. */
    public ReversalLine furtherOf(ReversalLine other) {
        return other.status.compareTo(status) > 0 ? other : this;
    }
}
