package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Api;
import dev.earshot.app.client.Hearts;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import dev.earshot.app.client.Talk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;

/** The words of the stories: people who come to the market with money or with time, and what becomes of their calls. */
final class Market {
    static final long RATE = 6_000;
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Hearts HEARTS = new Hearts(Duration.ofMillis(500));
    private static final Duration PATIENCE = Duration.ofSeconds(40);

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

    /** What is in this pocket of the wallet; nothing before the wallet is known. */
    static long pocket(Member member, String name) {
        long units = 0;
        for (var pocket : member.person().get("/v1/wallet").at("pockets")) {
            units += pocket.path("pocket").asString().equals(name)
                    ? pocket.path("balance").asLong()
                    : 0;
        }
        return units;
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
        connect(talk);
        return talk;
    }

    /** Both clients of an answered call join it and beat. */
    static void connect(Talk talk) {
        HEARTS.connect(talk);
        is(talk, "CONNECTED");
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
        Answer settled = is(talk, "SETTLED");
        eventually().until(() -> earnedFor(talk) == taken(talk).number("earned.minor"));
        return settled;
    }

    /** Waits until the call is over without ever having cost anything. */
    static Answer overForNothing(Talk talk, String reason) {
        Answer call = is(talk, "SETTLED");
        assertThat(call.text("endReason")).isEqualTo(reason);
        assertThat(call.number("billableSeconds")).isZero();
        assertThat(call.at("charged").size()).isZero();
        eventually().until(() -> wallet(talk.member(), "held") == 0);
        return call;
    }

    /** Waits until the call is refused, for this reason. */
    static void refused(Talk talk, String reason) {
        assertThat(is(talk, "REFUSED").text("refuseReason")).isEqualTo(reason);
        eventually().until(() -> wallet(talk.member(), "held") == 0);
    }

    static void after(Talk talk, long seconds) {
        eventually().until(() -> state(talk).number("drawnSeconds") >= seconds);
    }

    /** What the member paid, the listener got and the platform kept is what the formula says, everywhere. */
    static void agrees(Talk talk, long ratePerMinute) {
        Answer call = talk.state();
        long charged = Formula.charged(ratePerMinute, call.number("billableSeconds"));
        assertThat(charged(call)).isEqualTo(charged);
        assertThat(taken(talk).number("fee.minor")).isEqualTo(Formula.fee(charged));
        assertThat(taken(talk).number("earned.minor")).isEqualTo(charged - Formula.fee(charged));
        assertThat(earnedFor(talk)).isEqualTo(charged - Formula.fee(charged));
        assertThat(wallet(talk.member(), "held")).isZero();
    }

    /** What the member paid in money. */
    static long charged(Answer call) {
        long charged = 0;
        for (var part : call.at("charged")) {
            charged += part.path("unit").asString().equals("MONEY")
                    ? part.path("charged").asLong()
                    : 0;
        }
        return charged;
    }

    /** Those of the calls that have come to this, once each has rung or was refused. */
    static List<Talk> decided(List<Talk> talks, String status) {
        talks.forEach(talk -> eventually().until(() -> !List.of("", "REQUESTED").contains(talk.status())));
        return talks.stream().filter(talk -> talk.status().equals(status)).toList();
    }

    /** Waits until the listener is free for the next call. */
    static void canBeCalled(Listener listener) {
        eventually().until(() -> statusOf(listener).equals("LIVE"));
    }

    static String statusOf(Listener listener) {
        return listener.person().get("/v1/listeners/" + listener.listenerId()).text("status");
    }

    static String topUp(Member member, String topUpId) {
        return member.person().get("/v1/wallet/top-ups/" + topUpId).text("status");
    }

    static Map<String, Object> callTo(String listenerId) {
        return Map.of("listenerId", listenerId, "media", "VOICE", "payWith", "WALLET");
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

    /** The call as its listener sees it. */
    static Answer taken(Talk talk) {
        return talk.listener().person().get(talk.path("")).ok();
    }

    /** What the listener was credited for this call. */
    static long earnedFor(Talk talk) {
        var entries = talk.listener()
                .person()
                .get("/v1/earnings/entries?limit=200")
                .ok()
                .at("items");
        for (var entry : entries) {
            if (entry.path("callId").asString().equals(talk.callId())) {
                return entry.at("/amount/minor").asLong();
            }
        }
        return 0;
    }

    /** The call as its member sees it; empty while the view has not heard of it yet. */
    private static Answer state(Talk talk) {
        return talk.member().person().get(talk.path(""));
    }
}
