package dev.earshot.query.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Unit;
import dev.earshot.query.call.Sight;
import dev.earshot.query.explain.Detail.ChargedLeg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The story of a charge.
 *
 * @param lines every fact that made it, in the order of the log; before them the price list, whenever it was noted
 * @param totals what it came to; absent until the call is paid
 * @param card what the provider of the card came to; absent without a card, and for the listener
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Explanation(String callId, List<LineReply> lines, Totals totals, CardTotals card) {
    static Explanation of(String callId, List<Line> lines, Map<Long, String> links, Reasons reasons, Sight sight) {
        List<LineReply> told = new ArrayList<>();
        Totals totals = null;
        for (Line line : lines) {
            var why = reasons.of(line);
            String link = links.get(line.position());
            if (sight.ofCost()) {
                told.add(LineReply.of(line, link, line.detail(), why));
            } else if (!line.step().tellsOfFunds) {
                told.add(ForListener.of(line, link));
            }
            if (line.detail() instanceof Detail.Charged charged) {
                totals = Totals.of(charged, sight);
            }
        }
        CardTotals card = sight.ofCost() ? CardTotals.of(lines).orElse(null) : null;
        return new Explanation(callId, told, totals, card);
    }

    /**
     * One fact: where the log has it, its figures, and the arithmetic in words.
     *
     * @param link the hash of its link in the chain over the log, in hexadecimal; absent while the chain has not come to it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineReply(
            long position, String eventId, String link, Step step, Instant at, Object detail, List<String> because) {
        static LineReply of(Line line, String link, Object detail, List<String> because) {
            return new LineReply(line.position(), line.eventId(), link, line.step(), line.at(), detail, because);
        }
    }

    /**
     * @param charged money taken from the member's pockets; for the member and staff
     * @param paidByPlatform what the listener got for seconds that cost the member no money
     * @param balanced whether {@code charged + paidByPlatform = earned + fee}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Totals(
            long billableSeconds, Money charged, Money paidByPlatform, Money earned, Money fee, boolean balanced) {
        static Totals of(Detail.Charged paid, Sight sight) {
            var money =
                    paid.legs().stream().filter(leg -> leg.unit() == Unit.MONEY).toList();
            var free =
                    paid.legs().stream().filter(leg -> leg.unit() != Unit.MONEY).toList();
            long charged = sum(money, ChargedLeg::charged);
            long byPlatform = sum(free, ChargedLeg::earned);
            long earned = sum(paid.legs(), ChargedLeg::earned);
            long fee = sum(paid.legs(), ChargedLeg::fee);
            return new Totals(
                    paid.talkedSeconds(),
                    sight.ofCost() ? new Money(charged, paid.currency()) : null,
                    sight.ofCost() ? new Money(byPlatform, paid.currency()) : null,
                    new Money(earned, paid.currency()),
                    new Money(fee, paid.currency()),
                    charged + byPlatform == earned + fee);
        }

        private static long sum(List<ChargedLeg> legs, ToLongFunction<ChargedLeg> part) {
            return legs.stream().mapToLong(part).sum();
        }
    }
}
