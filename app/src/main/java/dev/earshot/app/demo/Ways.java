package dev.earshot.app.demo;

import static dev.earshot.app.demo.Narrator.usd;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Hearts;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    private final Errands errands;

    Ways(Cast cast, Hearts hearts, Narrator narrator) {
        this.cast = cast;
        this.hearts = hearts;
        this.narrator = narrator;
        this.errands = new Errands(cast.guest("Adele", "admin"));
    }

    /** True when each call was paid by what its plan burns and no unit is missing. */
    boolean play(ExecutorService stages) {
        List<Way> ways = List.of(
                new Way("pay per minute", "PAY_PER_MINUTE", "Pam", errands::topUp, Member::call),
                new Way("tokens", "TOKENS", "Tia", errands::buyTokens, Member::call),
                new Way("membership", "MEMBERSHIP", "Sam", errands::becomeMember, Member::call),
                new Way("moments", "MOMENTS", "Mia", errands::buyMoments, Member::call),
                new Way("by card", "PAY_PER_MINUTE", "Cleo", errands::saveCard, Member::callByCard));
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
            units.addCards(talk.state());
        }
        narrator.note("");
        return units.tell(narrator) & paid;
    }

    private Talk play(Way way) {
        Listener listener = new Listener(cast.guest(way.name() + "s-listener", "listener"));
        listener.publish("Listener of " + way.name(), "talk", "en", RATE).goLive();
        hearts.present(listener);
        errands.openAccount(listener);
        Member member = new Member(cast.guest(way.name()));
        Patience.until(() -> member.person().get("/v1/wallet").status(), status -> status == 200);
        errands.move(member, way.version());
        way.buys().accept(member);
        Talk talk = way.calls().apply(member, listener);
        Patience.until(talk::status, "RINGING"::equals);
        talk.accept().ok();
        hearts.connect(talk);
        Patience.until(() -> talk.state().number("drawnSeconds"), second -> second >= SECONDS);
        talk.endByMember().ok();
        Patience.until(talk::status, "SETTLED"::equals);
        Patience.until(() -> listener.earnings().number("earned.minor"), amount -> amount > 0);
        Patience.until(talk::state, Ways::cardsAreDone);
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

    /** Each authorization is captured, or let go of if the call did not come to it. */
    private static boolean cardsAreDone(Answer call) {
        return call.at("card")
                .valueStream()
                .allMatch(card -> Set.of("CAPTURED", "VOIDED")
                        .contains(card.path("status").asString()));
    }
}
