package dev.earshot.app.demo;

import static dev.earshot.app.demo.Narrator.usd;

import dev.earshot.app.client.Hearts;
import dev.earshot.app.client.Stream;
import dev.earshot.app.client.Stream.Heard;
import dev.earshot.app.client.Talk;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** One call, told second by second from what both clients hear on their streams. */
final class Story {
    private static final long SECONDS = 8;

    private final Cast cast;
    private final Narrator narrator;
    private final Map<Long, Long> charged = new ConcurrentHashMap<>();
    private final Map<Long, Long> earned = new ConcurrentHashMap<>();

    Story(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    Talk play(Hearts hearts) {
        var ann = cast.member("Ann");
        var lea = cast.listener("Lea");
        Stream atAnns = ann.person().listen().each(this::atAnns);
        Stream atLeas = lea.person().listen().each(this::atLeas);
        try {
            Talk talk = ann.call(lea);
            Patience.until(talk::status, "RINGING"::equals);
            holds();
            Patience.seconds(1);
            talk.accept().ok();
            hearts.connect(talk);
            Patience.until(() -> talk.state().number("drawnSeconds"), second -> second >= SECONDS);
            talk.endByMember().ok();
            Patience.until(talk::status, "SETTLED"::equals);
            Patience.until(() -> lea.earnings().number("earned.minor"), amount -> amount > 0);
            split(talk);
            return talk;
        } finally {
            atAnns.close();
            atLeas.close();
        }
    }

    private void holds() {
        var wallet = cast.member("Ann").wallet();
        narrator.tell(
                "hold       %s USD are set aside for it, %s USD stay available",
                usd(wallet.number("held.minor")), usd(wallet.number("available.minor")));
    }

    private void split(Talk talk) {
        var paid = talk.state();
        var taken = talk.listener().person().get(talk.path("")).ok();
        narrator.tell(
                "split      of %s USD for %d seconds Lea earns %s, Earshot keeps %s",
                usd(paid.number("charged.0.charged")),
                paid.number("billableSeconds"),
                usd(taken.number("earned.minor")),
                usd(taken.number("fee.minor")));
    }

    private void atAnns(Heard heard) {
        JsonNode data = heard.data();
        if (heard.name().equals("draw")) {
            draw(data.path("second").asLong(), charged, data.path("charged").asLong());
            return;
        }
        switch (data.path("type").asString("")) {
            case "CallRequested" -> narrator.tell("requested  Ann calls Lea at 6.00 USD a minute");
            case "HoldPlaced" -> narrator.tell("hold       the wallet grants %s seconds", data.path("grantedSeconds"));
            case "HoldCaptured" ->
                narrator.tell(
                        "capture    %s USD are taken, the rest is free again",
                        usd(data.at("/charged/0/charged").asLong()));
            case "CallEnded" ->
                narrator.tell(
                        "ended      %s after %s seconds", data.path("reason").asString(), data.path("billableSeconds"));
            default -> {
                // The rest is told from Lea's side.
            }
        }
    }

    private void atLeas(Heard heard) {
        JsonNode data = heard.data();
        if (heard.name().equals("draw")) {
            draw(data.path("second").asLong(), earned, data.path("earned").asLong());
            return;
        }
        switch (data.path("type").asString("")) {
            case "CallAdmitted" -> narrator.tell("rings      on Lea's devices");
            case "CallAccepted" -> narrator.tell("accepted   by Lea, who thereby agrees to the terms");
            case "CallConnected" -> narrator.tell("connected  both are there: seconds count from here");
            case "EarningsCredited" ->
                narrator.tell(
                        "credited   %s USD to Lea", usd(data.at("/amount/minor").asLong()));
            default -> {
                // Ann's side tells it.
            }
        }
    }

    /** A second is told once both sides have heard of it. */
    private synchronized void draw(long second, Map<Long, Long> heard, long amount) {
        boolean first = heard.put(second, amount) == null;
        if (first && second > 0 && charged.containsKey(second) && earned.containsKey(second)) {
            narrator.tell(
                    "second %2d  Ann has paid %s, Lea has earned %s",
                    second, usd(charged.get(second)), usd(earned.get(second)));
        }
    }
}
