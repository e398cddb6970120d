package dev.earshot.app.story;

import static org.awaitility.Awaitility.await;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Api;
import dev.earshot.app.client.Hearts;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import dev.earshot.app.client.Talk;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;

/** The words of the stories: people who come to the market with money or with time, and what becomes of their calls. */
final class Market {
    static final long RATE = 6_000;
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Hearts HEARTS = new Hearts(Duration.ofMillis(500));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Market() {}

    static Api api() {
        return Running.api();
    }

    static ConditionFactory eventually() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }

    static Person somebody(String... roles) {
        return api().signIn("somebody" + NUMBERS.incrementAndGet(), roles);
    }

    static Member memberWith(long minor) {
        Member member = new Member(somebody());
        if (minor > 0) {
            member.topUp(minor, "test_ok");
        }
        eventually().until(() -> wallet(member, "available") == minor);
        return member;
    }

    static Listener liveListener() {
        return liveListenerAt(RATE);
    }

    /** A live listener at this rate a minute, whom calls find: their app beats until the end of the stories. */
    static Listener liveListenerAt(long ratePerMinute) {
        Listener listener = offlineListenerAt(ratePerMinute).goLive();
        HEARTS.present(listener);
        return listener;
    }

    static Listener offlineListenerAt(long ratePerMinute) {
        return new Listener(somebody("listener")).publish("Lea", "grief", "en", ratePerMinute);
    }

    /** A call that has been answered and is connected. */
    static Talk connected(Member member, Listener listener) {
        Talk talk = accepted(member, listener);
        HEARTS.connect(talk);
        is(talk, "CONNECTED");
        return talk;
    }

    static Talk accepted(Member member, Listener listener) {
        Talk talk = ringing(member, listener);
        talk.accept().ok();
        return talk;
    }

    static Talk ringing(Member member, Listener listener) {
        Talk talk = member.call(listener);
        is(talk, "RINGING");
        return talk;
    }

    /** Waits until the member sees the call in this state. */
    static Answer is(Talk talk, String status) {
        return eventually()
                .until(() -> state(talk), state -> state.text("status").equals(status));
    }

    /** Waits until the call is over and paid, and both accounts have heard of it. */
    static Answer settled(Talk talk) {
        is(talk, "SETTLED");
        return eventually()
                .until(() -> state(talk), state -> state.at("earned.minor").isIntegralNumber());
    }

    static void after(Talk talk, long seconds) {
        eventually().until(() -> state(talk).number("drawnSeconds") >= seconds);
    }

    static void fallsSilent(Talk talk, Person person) {
        HEARTS.silence(talk, person);
    }

    static void loses(Listener listener) {
        HEARTS.absent(listener);
    }

    static long wallet(Member member, String amount) {
        Answer wallet = member.person().get("/v1/wallet");
        return wallet.status() == 200 ? wallet.number(amount + ".minor") : -1;
    }

    /** The call as its member sees it; empty while the view has not heard of it yet. */
    private static Answer state(Talk talk) {
        return talk.member().person().get(talk.path(""));
    }
}
