package dev.earshot.app.demo;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Member;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Where every unit that came into some wallets has gone, pocket by pocket. */
final class Units {
    /** What happened to the units of one pocket. */
    private static final class Account {
        private long bought;
        private long spent;
        private long expired;
        private long refunded;
        private long held;
        private long unspent;

        private boolean isBalanced() {
            return bought == spent + held + unspent + expired + refunded;
        }
    }

    private final Map<String, Account> pockets = new TreeMap<>();

    /** Counts all that this member's wallet tells. */
    void add(Member member) {
        for (JsonNode entry :
                member.person().get("/v1/wallet/entries?limit=200").ok().at("items")) {
            count(
                    pocket(entry),
                    entry.path("kind").asString(),
                    entry.path("amount").asLong());
        }
        for (JsonNode purse : member.wallet().at("pockets")) {
            long held = purse.path("held").asLong();
            pocket(purse).held += held;
            pocket(purse).unspent += purse.path("balance").asLong() - held;
        }
    }

    /** Counts what cards were charged for this call; they are in no wallet. */
    void addCards(Answer call) {
        for (JsonNode card : call.at("card")) {
            pockets.computeIfAbsent("CARD cents", fresh -> new Account()).bought +=
                    card.at("/charged/minor").asLong();
        }
        for (JsonNode leg : call.at("charged")) {
            if (leg.path("pocket").asString().equals("CARD")) {
                pocket(leg).spent += leg.path("charged").asLong();
            }
        }
    }

    /** Tells one line for each pocket; true when nothing is missing and nothing too much. */
    boolean tell(Narrator narrator) {
        narrator.note(
                "     %-16s %10s = %8s %8s %8s %8s %8s",
                "", "bought", "spent", "held", "unspent", "expired", "refunded");
        pockets.forEach((name, of) -> narrator.note(
                "%-4s %-16s %10d   %8d %8d %8d %8d %8d",
                of.isBalanced() ? "ok" : "!!!",
                name,
                of.bought,
                of.spent,
                of.held,
                of.unspent,
                of.expired,
                of.refunded));
        return pockets.values().stream().allMatch(Account::isBalanced);
    }

    private Account pocket(JsonNode node) {
        String unit = node.path("unit").asString();
        String name =
                node.path("pocket").asString() + (unit.equals("MONEY") ? " cents" : unit.equals("SECONDS") ? " s" : "");
        return pockets.computeIfAbsent(name, fresh -> new Account());
    }

    private static void count(Account pocket, String kind, long amount) {
        switch (kind) {
            case "CALL" -> pocket.spent -= amount;
            case "REFUND", "REFUND_UNDONE" -> pocket.refunded -= amount;
            case "PROMO_EXPIRED", "PACK_EXPIRED", "ALLOWANCE_LAPSED" -> pocket.expired -= amount;
            default -> pocket.bought += amount;
        }
    }
}
