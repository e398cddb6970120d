package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import dev.earshot.app.client.Talk;
import dev.earshot.platform.inventory.Holding;
import dev.earshot.platform.inventory.Inventory;
import dev.earshot.platform.people.Sealing;
import dev.earshot.query.person.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is kept of people, who can read it, and that nobody can once they are erased. */
@Execution(ExecutionMode.CONCURRENT)
class PersonalDataTest {
    private final String mark = "Marker" + UUID.randomUUID().toString().replace("-", "");
    private final WholeDatabase database = new WholeDatabase(Running.inside(JdbcTemplate.class));

    @Test
    void what_people_write_is_read_by_whom_it_is_for_and_stands_nowhere_in_clear_and_goes_with_its_person() {
        Listener lea = listenerWithMarks();
        Talk talk = talkWith(lea);
        Member ann = talk.member();
        Person admin = Market.somebody("admin");
        ann.person()
                .post(talk.path("/rating"), Map.of("stars", 5, "comment", mark + "comment"))
                .ok();
        admin.post(
                        "/v1/admin/listeners/" + lea.listenerId() + "/penalties",
                        Map.of(
                                "amount",
                                Map.of("minor", 1, "currency", "USD"),
                                "reason",
                                "MISCONDUCT",
                                "note",
                                mark + "note"))
                .ok();
        Market.eventually().until(() -> shown(ann, lea).text("bio").equals(mark + "bio"));
        Market.eventually().until(() -> export(ann.person()).toString().contains(mark + "comment"));
        Market.eventually().until(() -> export(lea.person()).toString().contains(mark + "note"));

        assertThat(database.tablesWith(mark)).isEmpty();
        assertThat(database.tablesWith(talk.callId()))
                .as("the search finds what is there")
                .contains("domain_event", "call_view");

        Market.loses(lea);
        assertThat(erase(lea.person(), "{}").code()).isEqualTo("ERASURE_BALANCE_OPEN");
        assertThat(erase(lea.person(), "{\"forfeit\": true}").status()).isEqualTo(204);
        assertThat(erase(ann.person(), "{\"forfeit\": true}").status()).isEqualTo(204);

        assertThat(lea.person().get("/v1/me").code()).isEqualTo("TOKEN_INVALID");
        Market.eventually()
                .until(() ->
                        admin.get("/v1/listeners/" + lea.listenerId()).code().equals("LISTENER_UNKNOWN"));
        for (Person gone : List.of(lea.person(), ann.person())) {
            String held = admin.get("/v1/admin/accounts/" + gone.accountId() + "/export")
                    .ok()
                    .toString();
            assertThat(held).doesNotContain(mark).contains(Texts.ERASED);
            Market.eventually().until(() -> isDone(admin, gone));
        }
        assertThat(database.tablesWith(mark)).isEmpty();
    }

    @Test
    void an_account_whose_call_is_running_cannot_be_erased_from_either_side() {
        Talk talk = Market.connected(Market.memberWith(100_000), Market.liveListener());

        assertThat(erase(talk.member().person(), "{\"forfeit\": true}").code()).isEqualTo("ERASURE_CALL_RUNNING");
        assertThat(erase(talk.listener().person(), "{\"forfeit\": true}").code())
                .isEqualTo("ERASURE_CALL_RUNNING");

        talk.endByMember().ok();
        Market.settled(talk);
    }

    @Test
    void nothing_that_was_written_for_an_erased_person_opens_even_for_whoever_kept_a_copy() throws Refused {
        Person ann = Market.somebody();
        var account = new AccountId(ann.accountId());
        Sealing sealing = Running.inside(Sealing.class);
        var copy = sealing.keeping(account, "call_1", Map.of("comment", mark), Instant.EPOCH)
                .fields()
                .get("comment");
        assertThat(sealing.open("call_1", "comment", copy)).contains(mark);

        erase(ann, "");

        assertThat(sealing.open("call_1", "comment", copy)).isEmpty();
        assertThatThrownBy(() -> sealing.keeping(account, "call_1", Map.of("comment", mark), Instant.EPOCH))
                .hasMessageContaining("erased");
    }

    @Test
    void an_export_holds_account_devices_money_calls_ratings_and_cards() {
        Listener lea = listenerWithMarks();
        Talk talk = talkWith(lea);
        talk.member()
                .person()
                .post(talk.path("/rating"), Map.of("stars", 4, "comment", mark))
                .ok();
        String card = talk.member().saveCard("test_ok");

        Market.eventually().untilAsserted(() -> {
            Answer export = export(talk.member().person());
            assertThat(export.at("held").path("session")).hasSize(1);
            assertThat(export.at("held").path("session").toString()).doesNotContain("token_hash");
            assertThat(export.at("held").path("top_up_view")).isNotEmpty();
            assertThat(export.at("held").path("wallet_entry")).isNotEmpty();
            assertThat(export.at("held").path("call_view").path(0).path("stars").asInt())
                    .isEqualTo(4);
            assertThat(export.at("held").path("call_view").path(0).path("terms").asString())
                    .contains("ratePerMinute");
            assertThat(export.at("held").path("domain_event")).isNotEmpty();
            assertThat(export.at("texts").toString())
                    .contains(mark)
                    .contains(card)
                    .contains("last4");
            assertThat(export.at("notExported").path("hook_event").asString()).isNotEmpty();
        });
        assertThat(export(lea.person()).at("held").path("earnings_entry")).isNotEmpty();
    }

    @Test
    void every_table_is_in_the_inventory_and_in_its_document_and_every_question_can_be_asked() throws IOException {
        var named = new TreeSet<String>();
        inventories()
                .flatMap(inventory -> inventory.holdings().stream())
                .forEach(holding -> assertThat(named.add(holding.table()))
                        .as(holding.table() + " is named once")
                        .isTrue());

        assertThat(named)
                .as("each table is a Holding in its module's Inventory, and a row of docs/personal-data.md")
                .containsExactlyElementsOf(new TreeSet<>(database.tables()));
        String document = Files.readString(Path.of("../docs/personal-data.md"));
        assertThat(named).allSatisfy(table -> assertThat(document).contains("`" + table + "`"));
        Answer export = export(Market.somebody());
        inventories()
                .flatMap(inventory -> inventory.holdings().stream())
                .forEach(holding -> assertThat(
                                (holding.isShown() ? export.at("held") : export.at("notExported")).has(holding.table()))
                        .as(holding.table())
                        .isTrue());
        assertThat(inventories().flatMap(inventory -> inventory.holdings().stream()))
                .filteredOn(holding -> !holding.isShown())
                .extracting(Holding::why)
                .doesNotContain("");
    }

    private Listener listenerWithMarks() {
        Listener lea = Market.liveListener();
        lea.person()
                .put(
                        "/v1/listeners/me/profile",
                        Map.of(
                                "displayName", mark + "name",
                                "bio", mark + "bio",
                                "location", mark + "place",
                                "occupation", mark + "work",
                                "languages", List.of("en"),
                                "skills", List.of("grief"),
                                "ratePerMinute", Map.of("minor", Market.RATE, "currency", "USD")))
                .ok();
        return lea;
    }

    private static Talk talkWith(Listener lea) {
        Talk talk = Market.connected(Market.memberWith(100_000), lea);
        Market.after(talk, 2);
        talk.endByMember().ok();
        Market.settled(talk);
        return talk;
    }

    private static Answer shown(Member member, Listener listener) {
        return member.person().get("/v1/listeners/" + listener.listenerId());
    }

    private static Answer export(Person person) {
        return person.get("/v1/me/export").ok();
    }

    private static Answer erase(Person person, String form) {
        return person.send("DELETE", "/v1/me", form, Map.of());
    }

    private static boolean isDone(Person admin, Person gone) {
        var steps = admin.get("/v1/admin/accounts/" + gone.accountId() + "/erasure")
                .ok()
                .at("steps");
        boolean done = steps.size() >= 8;
        for (var step : steps) {
            done &= step.hasNonNull("doneAt");
        }
        return done;
    }

    private static Stream<Inventory> inventories() {
        return Running.all(Inventory.class);
    }
}
