package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Hearts;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import dev.earshot.app.client.Stream;
import dev.earshot.app.client.Stream.Heard;
import dev.earshot.app.client.Talk;
import dev.earshot.platform.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on a database of their own, for prices are everybody's: one proposes, tries and shadows, the other decides. */
class PricesStoryTest {
    private static final long RATE = 6_000;
    private static final Hearts HEARTS = new Hearts(Duration.ofMillis(500));
    private static final OwnProcess HERE = new OwnProcess();
    private static final OwnProcess THERE = new OwnProcess();

    @BeforeAll
    static void startBoth() {
        List<String> options = new ArrayList<>(List.of(
                "--simulations.least-members=2", "--simulations.beat=50ms", "--price-lists.guardrail.least-calls=2"));
        TestDatabase.fresh().forEach((name, value) -> {
            if (!name.equals("earshot.data")) { // Each has a folder of its own.
                options.add("--" + name + "=" + value);
            }
        });
        String[] arguments = options.toArray(String[]::new);
        HERE.start(arguments);
        THERE.start(arguments);
    }

    @AfterAll
    static void stopBoth() {
        THERE.close();
        HERE.close();
    }

    @Test
    void a_price_list_is_drafted_tried_refused_overridden_and_in_force_on_every_node() {
        Person admin = HERE.api().signIn("ada", "admin");
        Person finance = THERE.api().signIn("finn", "finance");
        Person superadmin = THERE.api().signIn("sue", "superadmin");
        Listener lea = listener("lea");
        Instant before = Instant.now();
        talk(new Member(HERE.api().signIn("ann")), lea);
        talk(new Member(HERE.api().signIn("ben")), lea);
        Talk cleos = connected(new Member(HERE.api().signIn("cleo")), lea);

        String list = admin.post(
                        "/v1/admin/price-lists", Map.of("name", "Spring", "prices", Map.of("feeBasisPoints", 1_000)))
                .ok()
                .text("priceListId");
        String publish = "/v1/admin/price-lists/" + list + "/publish";
        assertThat(superadmin.post(publish, Map.of()).code()).isEqualTo("SIMULATION_MISSING");

        Instant until = Instant.now();
        List<Heard> heard = new CopyOnWriteArrayList<>();
        Stream stream = finance.listen().each(heard::add);
        try {
            String simulation = finance.post("/v1/simulations", question(list, before, until))
                    .ok()
                    .text("simulationId");
            Market.eventually()
                    .until(() -> heard.stream()
                            .anyMatch(
                                    news -> news.data().path("type").asString().equals("SimulationCompleted")));
            Answer done = Market.eventually()
                    .until(
                            () -> finance.get("/v1/simulations/" + simulation),
                            answer -> answer.text("status").equals("COMPLETED"));
            assertThat(done.at("valid").asBoolean()).isTrue();
            assertThat(done.number("result.tapePosition")).isPositive();
            assertThat(heard)
                    .anyMatch(news -> news.name().equals("progress")
                            && news.data().path("simulationId").asString().equals(simulation));
        } finally {
            stream.close();
        }

        // A third less for the platform is more than anybody but a superadmin may decide.
        Answer refused = Market.eventually()
                .until(
                        () -> admin.post(publish, Map.of()),
                        answer -> !answer.code().equals("SIMULATION_MISSING"));
        assertThat(refused.code()).isEqualTo("VARIANCE_TOO_HIGH");
        assertThat(refused.text("detail"))
                .contains("fee income changes by -33.")
                .contains("listener income changes by 5.");
        superadmin
                .post("/v1/admin/price-lists/" + list + "/publish-regardless", Map.of("reason", "A new law."))
                .ok();

        Market.eventually()
                .until(() -> finance.get("/v1/admin/price-lists/in-force").text("priceListId"), list::equals);
        assertThat(finance.get("/v1/admin/price-lists/in-force?at=" + before).text("priceListId"))
                .isEqualTo("prl_0");
        Answer published = admin.get("/v1/admin/price-lists/" + list);
        assertThat(published.text("status")).isEqualTo("IN_FORCE");
        assertThat(published
                        .at("publications")
                        .get(0)
                        .path("override")
                        .path("reason")
                        .asString())
                .isEqualTo("A new law.");
        assertThat(requestedAt(HERE, "dora", listener("liv")).number("terms.feeBasisPoints"))
                .isEqualTo(1_000);
        assertThat(requestedAt(THERE, "eve", listener("lou")).number("terms.feeBasisPoints"))
                .isEqualTo(1_000);
        assertThat(cleos.state().number("terms.feeBasisPoints")).isEqualTo(1_500);
        cleos.endByMember().ok();
    }

    @Test
    void a_shadow_plan_prices_new_calls_and_nobody_pays_by_it() {
        Person admin = HERE.api().signIn("ada", "admin");
        Listener lena = listener("lena");
        admin.put("/v1/admin/shadow-plans/twice", Map.of("rateBasisPoints", 20_000))
                .ok();
        Market.eventually()
                .until(() -> admin.get("/v1/admin/shadow-plans/twice").status() == 200);

        Answer call = talk(new Member(HERE.api().signIn("fay")), lena);

        long seconds = call.number("billableSeconds");
        Answer shadow = Market.eventually()
                .until(
                        () -> admin.get("/v1/admin/shadow-plans/twice"),
                        answer -> answer.at("totals").size() == 1);
        var all = shadow.at("totals").get(0).path("all");
        assertThat(all.path("calls").asLong()).isEqualTo(1);
        assertThat(all.path("charged").asLong()).isEqualTo(Market.charged(call)).isEqualTo(RATE * seconds / 60);
        assertThat(all.path("wouldCharge").asLong()).isEqualTo(2 * RATE * seconds / 60);
        assertThat(THERE.api().anonymous().get("/lab/shadow").status()).isEqualTo(200);
        assertThat(THERE.api()
                        .anonymous()
                        .send("HEAD", "/lab/shadow", "", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(THERE.api().anonymous().get("/lab/shadow.js").status()).isEqualTo(200);
        admin.delete("/v1/admin/shadow-plans/twice").ok();
    }

    @Test
    void what_cannot_be_tried_is_refused_by_name() {
        Person finance = HERE.api().signIn("finn", "finance");
        Instant now = Instant.now();
        assertThat(ask(finance, Map.of("name", "a"), now, now)).isEqualTo("WINDOW_EMPTY");
        assertThat(ask(finance, Map.of("name", "a"), now, now.plusSeconds(3_600)))
                .isEqualTo("WINDOW_IN_THE_FUTURE");
        Instant earlier = now.minusSeconds(60);
        assertThat(ask(finance, Map.of("name", "a", "rateBasisPoints", -1), earlier, now))
                .isEqualTo("TERMS_IMPOSSIBLE");
        assertThat(ask(finance, Map.of("name", "a", "burnOrder", List.of("GRACE")), earlier, now))
                .isEqualTo("TERMS_IMPOSSIBLE");
        assertThat(ask(finance, Map.of("name", "a", "prices", Map.of("feeBasisPoints", 10_001)), earlier, now))
                .isEqualTo("PRICES_IMPOSSIBLE");
        assertThat(ask(finance, Map.of("name", "a", "priceListId", "prl_nobodys"), earlier, now))
                .isEqualTo("PRICE_LIST_UNKNOWN");
        assertThat(finance.post("/v1/simulations/sim_nobodys/cancel", Map.of()).code())
                .isEqualTo("SIMULATION_UNKNOWN");
    }

    private static String ask(Person who, Map<String, Object> candidate, Instant from, Instant until) {
        return who.post(
                        "/v1/simulations",
                        Map.of(
                                "candidates",
                                List.of(candidate),
                                "window",
                                Map.of("from", from.toString(), "until", until.toString())))
                .code();
    }

    private static Map<String, Object> question(String list, Instant from, Instant until) {
        return Map.of(
                "candidates",
                List.of(Map.of("name", "Spring", "priceListId", list)),
                "window",
                Map.of("from", from.toString(), "until", until.toString()));
    }

    private static Answer requestedAt(OwnProcess node, String name, Listener listener) {
        Member member = new Member(node.api().signIn(name));
        String call = member.tryToCall(listener).ok().text("callId");
        return Market.eventually()
                .until(() -> member.person().get("/v1/calls/" + call), answer -> answer.status() == 200);
    }

    private static Answer talk(Member member, Listener listener) {
        Talk talk = connected(member, listener);
        Market.after(talk, 2);
        talk.endByMember().ok();
        Answer settled = Market.settled(talk);
        Market.canBeCalled(listener);
        return settled;
    }

    private static Talk connected(Member member, Listener listener) {
        member.topUp(20_000, "test_ok");
        Market.eventually().until(() -> Market.wallet(member, "available") == 20_000);
        return Market.connected(member, listener);
    }

    private static Listener listener(String name) {
        Listener listener = new Listener(HERE.api().signIn(name, "listener"))
                .publish(name, "sleep", "en", RATE)
                .goLive();
        HEARTS.present(listener);
        return listener;
    }
}
