package dev.earshot.query.topup;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * One refund or dispute of a top-up.
 *
 * @param name our id of a refund, else the provider's name for it
 * @param reason why it was asked for or failed; absent where nobody said
 * @param at when it came to this
 */
@Schema(name = "TopUpLine")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TopUpLine(Kind kind, String name, Money amount, Status status, String reason, Instant at) {
    /** What took the money. */
    enum Kind {
        REFUND,
        DISPUTE,
        /** Another amount came than was asked for. */
        MISMATCH
    }

    /** How far it has come. */
    enum Status {
        REQUESTED,
        CONFIRMED,
        FAILED,
        OPEN,
        WON,
        LOST
    }

    boolean is(TopUpLine other) {
        return kind == other.kind && name.equals(other.name);
    }
}
