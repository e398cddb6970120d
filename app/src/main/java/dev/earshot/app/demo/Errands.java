package dev.earshot.app.demo;

import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What is to be done before a call can be paid in some way. All of it is done by those whom it concerns, or by an admin. */
final class Errands {
    private final Person admin;

    Errands(Person admin) {
        this.admin = admin;
    }

    void move(Member member, String version) {
        admin.post("/v1/admin/accounts/" + member.person().accountId() + "/version", Map.of("version", version))
                .ok();
    }

    /** Whoever is to be paid by card needs an account that the money can go to. */
    void openAccount(Listener listener) {
        listener.person()
                .post("/v1/me/payout-account", Map.of("method", "test_ok"))
                .ok();
        Patience.until(() -> listener.person().get("/v1/me/payout-account").at("verified"), JsonNode::asBoolean);
    }

    void saveCard(Member member) {
        String card = member.saveCard("test_ok");
        Patience.until(() -> member.person().get("/v1/cards/" + card).text("status"), "SAVED"::equals);
    }

    void becomeMember(Member member) {
        member.person()
                .post("/v1/memberships", Map.of("tier", "daily-15", "method", "test_ok"))
                .ok();
        Patience.until(() -> member.person().get("/v1/memberships/me").text("status"), "TRIALING"::equals);
    }

    void topUp(Member member) {
        member.topUp(2_000, "test_ok");
        Patience.until(() -> member.wallet().number("available.minor"), minor -> minor == 2_000);
    }

    /** Two packs; the second is given back. */
    void buyTokens(Member member) {
        buy(member, "tokens-100");
        String second = member.buy("tokens-100", "test_ok").ok().text("topUpId");
        Patience.until(() -> stateOf(member, second), "PAID"::equals);
        admin.post("/v1/admin/top-ups/" + second + "/refunds", Map.of("reason", "REQUESTED_BY_MEMBER"))
                .ok();
        Patience.until(() -> newest(member), "REFUND"::equals);
    }

    private static String stateOf(Member member, String topUp) {
        return member.person().get("/v1/wallet/top-ups/" + topUp).text("status");
    }

    private static String newest(Member member) {
        return member.person().get("/v1/wallet/entries").text("items.0.kind");
    }

    void buyMoments(Member member) {
        buy(member, "minutes-30");
        String wallet = member.wallet().text("walletId");
        admin.post(
                        "/v1/admin/wallets/" + wallet + "/promos",
                        Map.of(
                                "unit",
                                "SECONDS",
                                "amount",
                                60,
                                "expiresAt",
                                Instant.now().plusSeconds(1).toString()))
                .ok();
        Patience.until(() -> newest(member), "PROMO_EXPIRED"::equals);
    }

    private static void buy(Member member, String product) {
        member.buy(product, "test_ok").ok();
        Patience.until(() -> member.wallet().at("pockets").toString(), pockets -> pockets.contains(product(product)));
    }

    private static String product(String product) {
        return product.startsWith("tokens") ? "TOKENS" : "MOMENTS";
    }
}
