package dev.earshot.app.demo;

import dev.earshot.app.client.Hearts;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Talk;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Every way a call can end. The scenes of one list follow each other; the lists are played side by side. */
final class Scenes {
    private final Cast cast;
    private final Hearts hearts;

    Scenes(Cast cast, Hearts hearts) {
        this.cast = cast;
        this.hearts = hearts;
    }

    List<List<Scene>> all() {
        return List.of(
                List.of(
                        scene("Eli's money ends", "FUNDS_EXHAUSTED", () -> untilTheMoneyEnds("Eli", "Max")),
                        scene("Max takes another call", "HUNG_UP_BY_LISTENER", () -> shortCall("Bob", "Max"))),
                List.of(scene(
                        "Fay's money ends early: grace", "FUNDS_EXHAUSTED", () -> untilTheMoneyEnds("Fay", "Noa"))),
                List.of(scene("Hui tops up in the call", "HUNG_UP_BY_MEMBER", () -> savedByTopUp("Hui", "Pia"))),
                List.of(
                        scene("Lea hangs up", "HUNG_UP_BY_LISTENER", () -> shortCall("Cem", "Lea")),
                        scene("Lea declines", "DECLINED", () -> declined("Bob", "Lea")),
                        scene("Dee thinks again", "CANCELLED", () -> cancelled("Dee", "Lea")),
                        scene("Lea does not answer", "NO_ANSWER", () -> call("Cem", "Lea")),
                        scene("Gil has no money", "INSUFFICIENT_FUNDS", () -> call("Gil", "Lea")),
                        scene("Lea loses her connection", "CONNECTION_LOST", () -> silent("Cem", "Lea")),
                        scene("Bob is blocked by Lea", "CALL_REFUSED", () -> blocked("Bob", "Lea"))),
                List.of(
                        scene("Quinn is offline", "LISTENER_OFFLINE", () -> offline("Bob", "Quinn")),
                        scene("Max is talking to Eli", "LISTENER_BUSY", () -> busy("Bob", "Max")),
                        scene(
                                "Oli accepts, Dee never joins",
                                "HUNG_UP_BY_MEMBER",
                                () -> neverConnected("Dee", "Oli"))));
    }

    private static Scene scene(String title, String ends, Supplier<Talk> play) {
        return new Scene(title, ends, play);
    }

    private Talk untilTheMoneyEnds(String member, String listener) {
        return connected(member, listener);
    }

    private Talk shortCall(String member, String listener) {
        Talk talk = connected(member, listener);
        after(talk, 5);
        talk.endByListener().ok();
        return talk;
    }

    private Talk savedByTopUp(String member, String listener) {
        Talk talk = connected(member, listener);
        long granted = talk.state().number("grantedSeconds");
        after(talk, 10);
        talk.member().topUp(2_000, "test_ok");
        after(talk, granted + 4);
        talk.endByMember().ok();
        return talk;
    }

    private Talk declined(String member, String listener) {
        Talk talk = ringing(member, listener);
        talk.decline().ok();
        return talk;
    }

    private Talk cancelled(String member, String listener) {
        Talk talk = ringing(member, listener);
        talk.endByMember().ok();
        return talk;
    }

    private Talk silent(String member, String listener) {
        Talk talk = connected(member, listener);
        after(talk, 3);
        hearts.silence(talk, talk.listener().person());
        return talk;
    }

    private Talk neverConnected(String member, String listener) {
        Talk talk = ringing(member, listener);
        talk.accept().ok();
        hearts.connect(talk, talk.listener().person());
        Patience.seconds(3);
        talk.endByMember().ok();
        return talk;
    }

    private Talk blocked(String member, String listener) {
        Listener by = cast.listener(listener);
        String blocked = cast.member(member).person().accountId();
        by.person().put("/v1/listeners/me/blocks/" + blocked, Map.of()).ok();
        return call(member, listener);
    }

    private Talk offline(String member, String listener) {
        hearts.absent(cast.listener(listener));
        cast.listener(listener).goOffline();
        return call(member, listener);
    }

    private Talk busy(String member, String listener) {
        Patience.until(() -> statusOf(cast.listener(listener)), "BUSY"::equals);
        return call(member, listener);
    }

    private Talk connected(String member, String listener) {
        Talk talk = ringing(member, listener);
        talk.accept().ok();
        hearts.connect(talk);
        Patience.until(talk::status, "CONNECTED"::equals);
        return talk;
    }

    private Talk ringing(String member, String listener) {
        Patience.until(() -> cast.member(member).wallet().number("available.minor"), minor -> minor > 0);
        Patience.until(() -> statusOf(cast.listener(listener)), "LIVE"::equals);
        Talk talk = call(member, listener);
        Patience.until(talk::status, "RINGING"::equals);
        return talk;
    }

    private Talk call(String member, String listener) {
        Member caller = cast.member(member);
        Talk talk = caller.call(cast.listener(listener));
        Patience.until(() -> caller.person().get(talk.path("")).status(), status -> status == 200);
        return talk;
    }

    private static void after(Talk talk, long seconds) {
        Patience.until(() -> talk.state().number("drawnSeconds"), second -> second >= seconds);
    }

    private static String statusOf(Listener listener) {
        return listener.person().get("/v1/listeners/" + listener.listenerId()).text("status");
    }
}
