package dev.earshot.app.demo;

import static dev.earshot.app.demo.Narrator.usd;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Api;
import dev.earshot.app.client.Hearts;
import dev.earshot.app.client.Talk;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The play: the market opens, one call is told, many follow, and the sums are drawn. */
final class Play {
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final URI address;
    private final Narrator narrator;
    private final Cast cast;

    Play(Api api, URI address, Narrator narrator) {
        this.address = address;
        this.narrator = narrator;
        this.cast = new Cast(api, narrator);
    }

    /** True when every call ended as it should and the sums fit. */
    boolean run() {
        ExecutorService stages = Executors.newCachedThreadPool();
        try (Hearts hearts = new Hearts(BEAT)) {
            narrator.chapter("The market opens");
            cast.openMarket(hearts);
            cast.topUp();
            List<Talk> talks = new ArrayList<>();
            narrator.chapter("One call, as it happens");
            talks.add(new Story(cast, narrator).play(hearts));
            narrator.chapter("One call under every plan, and one by card");
            boolean paid = new Ways(cast, hearts, narrator).play(stages);
            narrator.chapter("Every way a call can end; about a minute and a half");
            boolean asMeant = playAll(new Scenes(cast, hearts).all(), talks, stages);
            narrator.chapter("The sums");
            return new Sums(cast, narrator).prove(talks) && asMeant && paid;
        } catch (RuntimeException e) {
            narrator.note("!!! THE DEMO STOPPED: %s !!!", e.getMessage());
            return false;
        } finally {
            stages.shutdownNow();
        }
    }

    private boolean playAll(List<List<Scene>> stagesOfScenes, List<Talk> talks, ExecutorService stages) {
        var playing = stagesOfScenes.stream()
                .map(scenes -> CompletableFuture.supplyAsync(() -> play(scenes, talks), stages))
                .toList();
        return playing.stream().map(CompletableFuture::join).reduce(true, Boolean::logicalAnd);
    }

    private boolean play(List<Scene> scenes, List<Talk> talks) {
        boolean asMeant = true;
        for (Scene scene : scenes) {
            Talk talk = scene.play().get();
            synchronized (talks) {
                talks.add(talk);
            }
            Answer end = Patience.until(talk::state, Play::isOver);
            asMeant &= tell(scene, talk, end);
        }
        return asMeant;
    }

    private boolean tell(Scene scene, Talk talk, Answer end) {
        String reason = end.text("endReason") + end.text("refuseReason");
        boolean asMeant = reason.equals(scene.ends());
        narrator.tell(
                "%-3s %-34s %-20s %3d s  %5s USD",
                asMeant ? "ok" : "!!!",
                scene.title(),
                reason,
                end.at("billableSeconds").asLong(0),
                usd(end.at("charged").isEmpty() ? 0 : money(end)));
        return asMeant;
    }

    private static long money(Answer call) {
        long money = 0;
        for (var part : call.at("charged")) {
            money += part.path("unit").asString().equals("MONEY")
                    ? part.path("charged").asLong()
                    : 0;
        }
        return money;
    }

    private static boolean isOver(Answer call) {
        return call.text("status").equals("SETTLED") || call.text("status").equals("REFUSED");
    }

    /** Tells how to look around afterwards. */
    void hints() {
        narrator.chapter("Earshot goes on running; look around");
        narrator.note("curl -sS %s/v1/sessions -H 'Content-Type: application/json' \\", address);
        narrator.note("  -d '{\"provider\":\"dev\",\"idToken\":\"%s\",", cast.idToken("Ann"));
        narrator.note("       \"device\":{\"id\":\"curl\",\"platform\":\"web\"}}'      gives Ann's accessToken; then");
        narrator.note("curl -sS %s/v1/calls  -H \"Authorization: Bearer $accessToken\"", address);
        narrator.note("Lea, the listener, is %s", cast.idToken("Lea"));
        narrator.note("");
    }
}
