package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Api;
import dev.earshot.app.client.Hearts;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Talk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KillTest {
    private static final int MEMBERS = 10;
    private static final int CALLS = 50;
    private static final int CONNECTED = 40;
    private static final int RINGING = 45;
    private static final long MONEY = 500_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void a_kill_in_the_middle_of_fifty_calls_loses_nothing_and_bills_nothing_twice() {
        try (OwnProcess earshot = new OwnProcess();
                Hearts hearts = new Hearts(Duration.ofSeconds(1))) {
            earshot.start();
            List<Member> members = members(earshot.api());
            List<Talk> talks = talks(earshot.api(), members, hearts);
            eventually(talks.subList(0, CONNECTED), talk -> talk.state().number("drawnSeconds") >= 2);

            earshot.kill();
            hearts.silenceAll();
            earshot.start();

            eventually(talks, talk -> talk.status().equals("SETTLED"));
            eventually(
                    talks, talk -> Market.earnedFor(talk) == Market.taken(talk).number("earned.minor"));
            talks.forEach(KillTest::costsWhatItLasted);
            assertThat(talks.stream().filter(talk -> talk.state().number("billableSeconds") >= 2))
                    .hasSize(CONNECTED);
            members.forEach(member -> isChargedOnceForEach(member, talks));
            eventually(talks, talk -> !Market.statusOf(talk.listener()).equals("BUSY"));
            assertThat(earshot.stop()).as("what it says when asked to stop").doesNotContain("ERROR");
        }
    }

    private static List<Member> members(Api api) {
        List<Member> members = IntStream.range(0, MEMBERS)
                .mapToObj(number -> new Member(api.signIn("member" + number)))
                .toList();
        members.forEach(member -> member.topUp(MONEY, "test_ok"));
        await().atMost(PATIENCE)
                .until(() -> members.stream().allMatch(member -> Market.wallet(member, "available") == MONEY));
        return members;
    }

    /** Most of them connected, some still ringing, some just accepted. */
    private static List<Talk> talks(Api api, List<Member> members, Hearts hearts) {
        List<Talk> talks = new ArrayList<>();
        for (int number = 0; number < CALLS; number++) {
            Listener listener = new Listener(api.signIn("listener" + number, "listener"));
            listener.publish("Lea", "grief", "en", Market.RATE + number).goLive();
            hearts.present(listener);
            Talk talk = members.get(number % MEMBERS).call(listener);
            await().atMost(PATIENCE).until(talk::status, "RINGING"::equals);
            if (number < CONNECTED || number >= RINGING) {
                talk.accept().ok();
            }
            if (number < CONNECTED) {
                hearts.connect(talk);
            }
            talks.add(talk);
        }
        return talks;
    }

    private static void costsWhatItLasted(Talk talk) {
        Answer call = talk.state();
        long rate = call.number("terms.ratePerMinute.minor");
        long charged = Formula.charged(rate, call.number("billableSeconds"));
        assertThat(Market.charged(call)).as(call.toString()).isEqualTo(charged);
        assertThat(Market.taken(talk).number("fee.minor")).isEqualTo(Formula.fee(charged));
        assertThat(Market.earnedFor(talk)).isEqualTo(charged - Formula.fee(charged));
    }

    private static void isChargedOnceForEach(Member member, List<Talk> talks) {
        List<JsonNode> entries = StreamSupport.stream(
                        member.person()
                                .get("/v1/wallet/entries?limit=200")
                                .ok()
                                .at("items")
                                .spliterator(),
                        false)
                .filter(entry -> entry.path("kind").asString().equals("CALL"))
                .toList();
        assertThat(entries).extracting(entry -> entry.path("callId").asString()).doesNotHaveDuplicates();
        long charged = talks.stream()
                .filter(talk -> talk.member().equals(member))
                .mapToLong(talk -> Market.charged(talk.state()))
                .sum();
        assertThat(entries.stream()
                        .mapToLong(entry -> entry.path("amount").asLong())
                        .sum())
                .isEqualTo(-charged);
        assertThat(Market.wallet(member, "held")).isZero();
        assertThat(Market.wallet(member, "available")).isEqualTo(MONEY - charged);
    }

    private static void eventually(List<Talk> talks, Predicate<Talk> wish) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> talks.stream().filter(wish.negate()).toList(), List::isEmpty);
    }
}
