package dev.earshot.query.lab;

import dev.earshot.query.lab.replay.Leftovers;
import dev.earshot.query.lab.replay.TalkRules;
import java.util.List;

/** What a result takes for granted, for people. */
final class Assumptions {
    private Assumptions() {}

    static List<String> of(TalkRules rules) {
        return List.of(
                "Behaviour does not change: nobody calls more or less, talks longer, buys more or less, or answers otherwise.",
                "Only calls that are over count, and not those whose card was refused before the wallet was asked. A call that would "
                        + "have been admitted or would have talked on is counted as such, but no second of talk is added.",
                "Until the window begins everything is as it was. Calls of the same members that are not looked at keep their own "
                        + "terms, on what the candidate leaves of the wallet.",
                "A call asks for " + rules.wantedSeconds() + " s more when " + rules.lowAtSeconds()
                        + " s of its grant are left; where it was granted just as much as it really was, it asks when it really did.",
                "A card that was authorized for so many seconds is authorized for as many at the candidate's price. What was owed "
                        + "for a card, and what went back, stays as it was.",
                "A membership's days are those the member really had; who had none has none.",
                rules.leftovers() == Leftovers.STAY_WORTH_THEIR_PRICE
                        ? "Where a candidate moves members to a plan that burns no cash, their cash burns behind it. A pack bought in the "
                                + "window for a pocket that a chosen burn order leaves out is worth its price in cash, if that order burns cash."
                        : "What a candidate's plan or burn order leaves out lies idle.",
                "Tokens and minutes count as revenue when they are used, by what they had cost, rounded down; the last of a pack takes "
                        + "the rest. Prices a minute and basis points are rounded down; percentiles are nearest ranks.",
                "A member's country is that of the time zone they chose last.");
    }
}
