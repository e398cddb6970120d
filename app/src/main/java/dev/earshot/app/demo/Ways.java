package dev.earshot.app.demo;

import static dev.earshot.app.demo.Narrator.usd;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Hearts;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import dev.earshot.app.client.Talk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import tools.jackson.databind.JsonNode;

/** One call under each plan, and one by card: what each takes, pays and keeps, and where every unit bought has gone. */
final class Ways {
    private static final long RATE = 600;
    private static final long SECONDS = 8;

    private final Cast cast;
    private final Hearts hearts;
    private final Narrator narrator;
    private final Person admin;

    Ways(Cast cast, Hearts hearts, Narrator narrator) {
        this.cast = cast;
        this.hearts = hearts;
        this.narrator = narrator;
        this.admin = cast.guest("Adele", "admin");
    }

    /** True when each call was paid by what its plan burns and no unit is missing. */
    boolean play(ExecutorService stages) {
        List<Way> ways = List.of(
                new Way("pay per minute", "PAY_PER_MINUTE", "Pam", Ways::topsUp, Member::call),
                new Way("tokens", "TOKENS", "Tia", this::buysTokens, Member::call),
                new Way("moments", "MOMENTS", "Mia", this::buysMoments, Member::call));
        var talks = ways.stream()
                .map(way -> CompletableFuture.supplyAsync(() -> play(way), stages))
                .toList();
        narrator.note("     %-16s %9s   %-16s %13s %8s", "plan", "talk", "charge", "listener earns", "fee");
        boolean paid = true;
        Units units = new Units();
        for (int i = 0; i < ways.size(); i++) {
            Talk talk = talks.get(i).join();
            paid &= tell(ways.get(i), talk);
            units.add(talk.member());
        }
        narrator.note("");
        return units.tell(narrator) & paid;
    }

    private Talk play(Way way) {
        Listener listener = new Listener(cast.guest(way.name() + "s-listener", "listener"));
        listener.publish("Listener of " + way.name(), "talk", "en", RATE).goLive();
        hearts.present(listener);
        Member member = new Member(cast.guest(way.name()));
        Patience.until(() -> member.person().get("/v1/wallet").status(), status -> status == 200);
        move(member, way.version());
        way.buys().accept(member);
        Talk talk = way.calls().apply(member, listener);
        Patience.until(talk::status, "RINGING"::equals);
        talk.accept().ok();
        hearts.connect(talk);
        Patience.until(() -> talk.state().number("drawnSeconds"), second -> second >= SECONDS);
        talk.endByMember().ok();
        Patience.until(talk::status, "SETTLED"::equals);
        Patience.until(() -> listener.earnings().number("earned.minor"), amount -> amount > 0);
        return talk;
    }

    private boolean tell(Way way, Talk talk) {
        Answer paid = talk.state();
        Answer taken = talk.listener().person().get(talk.path("")).ok();
        boolean balanced = talk.member()
                .person()
                .get(talk.path("/explain"))
                .ok()
                .at("totals.balanced")
                .asBoolean(false);
        narrator.note(
                "%-4s %-16s %7d s   %-16s %13s %8s",
                balanced ? "ok" : "!!!",
                way.title(),
                paid.number("billableSeconds"),
                charge(paid),
                usd(taken.number("earned.minor")),
                usd(taken.number("fee.minor")));
        return balanced;
    }

    private static String charge(Answer call) {
        List<String> parts = new ArrayList<>();
        for (JsonNode part : call.at("charged")) {
            long units = part.path("charged").asLong();
            parts.add(
                    switch (part.path("unit").asString()) {
                        case "MONEY" -> usd(units) + " USD";
                        case "SECONDS" -> units + " s";
                        default -> units + " tokens";
                    });
        }
        return String.join(" + ", parts);
    }

    private void move(Member member, String version) {
        admin.post("/v1/admin/accounts/" + member.person().accountId() + "/version", Map.of("version", version))
                .ok();
    }

    private static void topsUp(Member member) {
        member.topUp(2_000, "test_ok");
        Patience.until(() -> member.wallet().number("available.minor"), minor -> minor == 2_000);
    }

    private void buysTokens(Member member) {
        buy(member, "tokens-100");
    }

    private void buysMoments(Member member) {
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
        Patience.until(() -> member.person().get("/v1/wallet/entries").text("items.0.kind"), "PROMO_EXPIRED"::equals);
    }

    private static void buy(Member member, String product) {
        member.buy(product, "test_ok").ok();
        Patience.until(() -> member.wallet().at("pockets").toString(), pockets -> pockets.contains(product(product)));
    }

    private static String product(String product) {
        return product.startsWith("tokens") ? "TOKENS" : "MOMENTS";
    }
}
