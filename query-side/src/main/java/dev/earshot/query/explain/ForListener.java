package dev.earshot.query.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.query.explain.Explanation.LineReply;
import java.util.Currency;
import java.util.List;

/** The listener's side of a line: how long each leg lasted and what it earned, not which pocket of the member paid. */
final class ForListener {
    private ForListener() {}

    static LineReply of(Line line, String link) {
        if (!(line.detail() instanceof Detail.Charged charged)) {
            return LineReply.of(
                    line, link, line.detail(), List.of()); // The reasons tell how long the member could pay.
        }
        var legs = charged.legs().stream()
                .map(leg -> new EarnedLeg(
                        leg.fromSecond(),
                        leg.seconds(),
                        leg.feeBasisPoints(),
                        leg.fee(),
                        leg.payoutPerMinute(),
                        leg.earned()))
                .toList();
        var split = charged.legs().stream().map(LegsInWords::split).toList();
        return LineReply.of(line, link, new Earned(charged.currency(), charged.talkedSeconds(), legs), split);
    }

    record Earned(Currency currency, long talkedSeconds, List<EarnedLeg> legs) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EarnedLeg(long fromSecond, long seconds, Long feeBasisPoints, long fee, Long payoutPerMinute, long earned) {}
}
