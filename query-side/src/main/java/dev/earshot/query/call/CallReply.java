package dev.earshot.query.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Media;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.pricing.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * A call as one who may see it sees it; what has not happened, or is not theirs to know, is absent.
 *
 * @param billableSeconds the seconds that count, once the call has ended
 * @param charged what the member paid, once settled: by pocket, in its unit; for the member and staff
 * @param earned what the listener got, once settled
 * @param fee what the platform kept, once settled
 * @param card what was asked of the card, where a card pays; for the member and staff
 * @param nextStep only for a member whose bank waits for them before it rings: what the provider's client library wants to
 *     be given
 * @param grantedSeconds how long the call may last on what is held; for the member and staff
 * @param drawnSeconds the seconds drawn by now
 * @param position the last fact of the log this answer knows of; compare it with the ids of the stream
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallReply(
        String callId,
        CallStatus status,
        Media media,
        PayWith payWith,
        String memberId,
        String listenerId,
        Terms terms,
        Instant requestedAt,
        Instant admittedAt,
        Instant acceptedAt,
        Instant connectedAt,
        Instant endedAt,
        EndReason endReason,
        RefuseReason refuseReason,
        Long billableSeconds,
        List<Charged> charged,
        Money earned,
        Money fee,
        List<CardPart> card,
        Map<String, String> nextStep,
        Long grantedSeconds,
        long drawnSeconds,
        long position) {

    static CallReply of(CallState call, Sight sight, long drawnSeconds) {
        return of(call, sight, drawnSeconds, null);
    }

    static CallReply of(CallState call, Sight sight, long drawnSeconds, Map<String, String> nextStep) {
        return new CallReply(
                call.callId,
                call.status,
                call.media,
                call.payWith,
                call.parties.memberId().value(),
                call.parties.listenerId().value(),
                call.terms,
                call.requestedAt,
                call.admittedAt,
                call.acceptedAt,
                call.connectedAt,
                call.endedAt,
                call.endReason,
                call.refuseReason,
                call.billableSeconds,
                sight.ofCost() && call.charges != null ? Charged.of(call.charges) : null,
                sum(call, Charge::earned),
                sum(call, Charge::fee),
                sight.ofCost() && !call.card.isEmpty() ? call.card : null,
                nextStep,
                sight.ofCost() ? call.grantedSeconds : null,
                drawnSeconds,
                call.position());
    }

    private static Money sum(CallState call, ToLongFunction<Charge> part) {
        return call.charges == null
                ? null
                : new Money(
                        call.charges.stream().mapToLong(part).sum(),
                        call.terms.ratePerMinute().currency());
    }

    /** What one pocket paid, in its unit. */
    record Charged(Pocket pocket, Unit unit, long seconds, long charged) {
        static List<Charged> of(List<Charge> charges) {
            return charges.stream()
                    .map(charge -> new Charged(charge.pocket(), charge.unit(), charge.seconds(), charge.charged()))
                    .toList();
        }
    }
}
