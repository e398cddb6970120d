package dev.earshot.adapter.hook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.account.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HooksTest extends HookTest {
    private final String event = fresh("sev_");
    private final String topUp = fresh("top_");

    @Test
    void a_payment_that_is_told_pays_the_top_up() {
        var answer = deliver(paid(event, topUp));

        assertThat(answer.status()).isEqualTo(200);
        var processed = becomes(event, "PROCESSED");
        assertThat(processed.path("kind").asString()).isEqualTo("Paid");
        assertThat(processed.path("payment").asString()).isEqualTo("sbx_" + topUp);
        assertThat(processed.path("body").asString()).isEqualTo(paid(event, topUp));
        assertThat(topUps.stageOf(topUp)).isEqualTo("PAID sbx_" + topUp);
    }

    @Test
    void a_payment_that_is_told_twice_is_processed_once() {
        deliver(paid(event, topUp));
        becomes(event, "PROCESSED");
        int before = topUps.confirmations();

        assertThat(deliver(paid(event, topUp)).status()).isEqualTo(200);

        var again = becomes(event, "PROCESSED");
        assertThat(again.path("deliveries").asInt()).isEqualTo(2);
        assertThat(again.path("attempts").asInt()).isEqualTo(1);
        assertThat(again.path("changed").asBoolean()).isFalse();
        assertThat(topUps.confirmations()).isEqualTo(before);
    }

    @Test
    void a_replay_that_says_something_else_is_listed_and_changes_nothing() {
        deliver(paid(event, topUp));
        becomes(event, "PROCESSED");
        String other = paid(event, topUp).replace("2000", "9000");

        assertThat(deliver(other).status()).isEqualTo(200);

        var noticed = becomes(event, "PROCESSED");
        assertThat(noticed.path("changed").asBoolean()).isTrue();
        assertThat(noticed.path("body").asString()).contains("2000");
        assertThat(noticed.path("changedBody").asString()).isEqualTo(other);
        assertThat(list("changed=true").body().path("items").findValuesAsString("eventId"))
                .contains(event);
    }

    @Test
    void a_decline_after_the_payment_is_settled_already() {
        deliver(paid(event, topUp));
        becomes(event, "PROCESSED");
        String late = fresh("sev_");

        deliver(declined(late, topUp));

        assertThat(becomes(late, "PROCESSED").path("error").asString()).isEqualTo("TOP_UP_ALREADY_PAID");
        assertThat(topUps.stageOf(topUp)).startsWith("PAID");
    }

    @Test
    void money_that_is_not_what_was_asked_for_is_a_dead_letter() {
        deliver(paid(event, fresh("top_dearer")));

        assertThat(becomes(event, "DEAD").path("error").asString()).isEqualTo("TOP_UP_AMOUNT_MISMATCH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=1,v1=00", "v1=00", "t=abc,v1=zz", "garbage", ",,,=", "t=99999999999999999999,v1=aa"})
    void a_signature_that_is_none_is_refused_and_nothing_is_kept(String signature) {
        long before = kept();

        var answer = deliver(paid(event, topUp), signature);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("HOOK_SIGNATURE_INVALID");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void a_hook_without_any_signature_is_refused() {
        var answer = api.post("/hooks/sandbox").json(paid(event, topUp)).send();

        assertThat(answer.code()).isEqualTo("HOOK_SIGNATURE_INVALID");
    }

    @Test
    void an_empty_hook_without_a_signature_is_refused_and_a_signed_one_is_for_somebody_to_look_at() {
        assertThat(api.post("/hooks/sandbox").json("").send().code()).isEqualTo("HOOK_SIGNATURE_INVALID");

        assertThat(deliver("").status()).isEqualTo(200);

        assertThat(jdbc.sql("SELECT type FROM hook_event WHERE body = ''")
                        .query(String.class)
                        .single())
                .isEqualTo("unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/octet-stream", "nonsense"})
    void a_hook_that_is_signed_is_taken_whatever_it_calls_its_content(String contentType) throws Exception {
        byte[] raw = paid(event, topUp).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/hooks/sandbox"))
                .header("Content-Type", contentType)
                .header("Sandbox-Signature", signature(raw))
                .POST(BodyPublishers.ofByteArray(raw))
                .build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        becomes(event, "PROCESSED");
        assertThat(topUps.stageOf(topUp)).isEqualTo("PAID sbx_" + topUp);
    }

    @ParameterizedTest
    @ValueSource(longs = {-400, 400})
    void a_signature_of_another_time_is_refused(long secondsAway) {
        var answer = deliver(paid(event, topUp), Instant.now().plusSeconds(secondsAway));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("HOOK_SIGNATURE_INVALID");
    }

    @Test
    void a_hook_of_five_megabytes_is_refused_and_nothing_is_kept() {
        long before = kept();

        var answer = deliver("{\"id\": \"" + "x".repeat(5_000_000) + "\"}", Instant.now());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("BODY_TOO_LARGE");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void a_provider_that_is_not_configured_has_no_door() {
        assertThat(api.post("/hooks/nobody").json("{}").send().code()).isEqualTo("HOOK_UNKNOWN");
        assertThat(api.post("/hooks/stripe").json("{}").send().status()).isEqualTo(404);
    }

    @Test
    void an_unknown_type_is_kept_and_of_no_concern() {
        var answer = deliver(paid(event, topUp).replace("payment.paid", "weather.changed"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(becomes(event, "IGNORED").path("type").asString()).isEqualTo("weather.changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"USD\" | \"XYZ\"",
                "2000 | 20.5",
                "2000 | null",
                "2026-01-01T10:00:00Z | yesterday",
                "\"payment\" | \"nothing\"",
                "top_ | top_%%"
            })
    void what_cannot_be_read_is_a_dead_letter(String change) {
        String[] fromTo = change.split(" \\| ");

        deliver(paid(event, topUp).replace(fromTo[0], fromTo[1]));

        assertThat(becomes(event, "DEAD").path("error").asString()).isNotEmpty();
        assertThat(topUps.stageOf(topUp)).isEmpty();
    }

    /** A signed hook that we answer with a failure is told again for days, and at some providers it switches the hooks off. */
    @ParameterizedTest
    @ValueSource(strings = {"sbx_", "top_", "CARD_"})
    void a_text_that_no_database_keeps_is_a_dead_letter_with_its_reason_and_others_go_on(String where) {
        String innocent = fresh("sev_");
        String body = declined(event, topUp).replaceFirst(where, where + "\\\\u0000");

        assertThat(deliver(body).status()).isEqualTo(200);
        deliver(paid(innocent, fresh("top_")));

        becomes(innocent, "PROCESSED");
        var dead = await().atMost(20, SECONDS)
                .until(
                        () -> desk(idOf(body.getBytes(StandardCharsets.UTF_8)), Role.FINANCE)
                                .body(),
                        told -> told.path("status").asString().equals("DEAD"));
        assertThat(dead.path("body").asString()).isEqualTo(body);
        assertThat(dead.path("error").asString()).isNotEmpty();
        assertThat(topUps.stageOf(topUp)).isEmpty();
    }

    @Test
    void an_event_whose_own_name_no_database_keeps_is_kept_under_another() {
        String body = paid(event + "\\u0000", topUp);

        assertThat(deliver(body).status()).isEqualTo(200);
        assertThat(deliver(body).status()).isEqualTo(200);

        long id = idOf(body.getBytes(StandardCharsets.UTF_8));
        var kept = await().atMost(20, SECONDS)
                .until(
                        () -> desk(id, Role.FINANCE).body(),
                        told -> told.path("status").asString().equals("PROCESSED"));
        assertThat(kept.path("eventId").asString()).startsWith("sha256:");
        assertThat(kept.path("type").asString()).isEqualTo("unreadable");
        assertThat(kept.path("deliveries").asInt()).isEqualTo(2);
        assertThat(topUps.stageOf(topUp)).isEqualTo("PAID sbx_" + topUp);
    }

    @Test
    void a_signed_body_that_is_no_json_is_kept_as_a_dead_letter() {
        String body = "this is not JSON " + event;

        assertThat(deliver(body).status()).isEqualTo(200);

        var unreadable = list("status=DEAD&limit=1").body().path("items").path(0);
        assertThat(unreadable.path("type").asString()).isIn("unreadable", "payment.paid");
        long id = idOf(body.getBytes(StandardCharsets.UTF_8));
        assertThat(desk(id, Role.ADMIN).body().path("body").asString()).isEqualTo(body);
    }

    @Test
    void what_nobody_takes_yet_waits_and_can_be_driven_again() {
        deliver(paid(event, topUp).replace(topUp, "pack_100"));
        becomes(event, "UNROUTED");

        assertThat(redrive(event).status()).isEqualTo(202);

        assertThat(becomes(event, "UNROUTED").path("kind").asString()).isEqualTo("Paid");
        assertThat(list("status=UNROUTED&provider=sandbox").body().path("items").findValuesAsString("eventId"))
                .contains(event);
    }

    @Test
    void a_payment_of_a_top_up_nobody_knows_is_unrouted() {
        deliver(paid(event, fresh("top_nobody").substring(0, 30)));

        assertThat(becomes(event, "UNROUTED").path("error").asString()).contains("top_nobody");
    }

    /** A dispute may be told before the payment that it is of, and nobody should have to drive it again. */
    @Test
    void what_was_told_too_early_finds_whom_it_concerns_by_itself() {
        String early = fresh("top_nobody").substring(0, 30);
        deliver(paid(event, early));
        var waiting = becomes(event, "UNROUTED");
        assertThat(waiting.path("error").asString()).contains(early);
        assertThat(Instant.parse(waiting.path("nextTryAt").asString()))
                .isAfter(Instant.now().minusSeconds(5));

        topUps.becomesKnown(early);

        var processed = becomes(event, "PROCESSED");
        assertThat(processed.path("attempts").asInt()).isGreaterThan(1);
        assertThat(processed.has("nextTryAt")).isFalse();
        assertThat(processed.path("error").asString()).isEmpty();
        assertThat(topUps.stageOf(early)).startsWith("PAID");
    }

    @Test
    void what_nobody_takes_for_long_is_tried_no_more_and_stays_listed_with_the_reason() {
        String nobody = fresh("top_nobody").substring(0, 30);
        deliver(paid(event, nobody));

        await().atMost(20, SECONDS)
                .until(() -> !desk(idOf(event), Role.ADMIN).body().has("nextTryAt"));

        var listed = becomes(event, "UNROUTED");
        assertThat(listed.path("attempts").asInt()).isEqualTo(8);
        assertThat(listed.path("error").asString()).contains(nobody);
        topUps.becomesKnown(nobody);
        redrive(event);
        becomes(event, "PROCESSED");
    }

    /** That nobody took it was no failure, so it has all its attempts when it fails. */
    @Test
    void what_fails_after_nobody_took_it_is_tried_as_often_as_any_other() {
        String early = fresh("top_nobody").substring(0, 30);
        deliver(paid(event, early));
        becomes(event, "UNROUTED");
        await().atMost(20, SECONDS)
                .until(() ->
                        desk(idOf(event), Role.ADMIN).body().path("attempts").asInt() > 3);

        topUps.areBroken(true);
        var dead = becomes(event, "DEAD");
        topUps.areBroken(false);

        int unrouted = jdbc.sql("SELECT unrouted FROM hook_event WHERE event_id = :id")
                .param("id", event)
                .query(Integer.class)
                .single();
        assertThat(dead.path("attempts").asInt() - unrouted).isEqualTo(3);
    }

    @Test
    void what_fails_too_often_is_dead_until_it_is_driven_again() {
        topUps.areBroken(true);
        deliver(paid(event, topUp));
        assertThat(becomes(event, "DEAD").path("attempts").asInt()).isEqualTo(3);
        assertThat(becomes(event, "DEAD").path("error").asString()).contains("nothing works today");

        topUps.areBroken(false);
        redrive(event);

        becomes(event, "PROCESSED");
        assertThat(topUps.stageOf(topUp)).startsWith("PAID");
        assertThat(redrive(event).code()).isEqualTo("PAYMENT_EVENT_PROCESSED");
    }

    @Test
    void the_list_is_read_page_by_page() {
        for (int i = 0; i < 3; i++) {
            deliver(paid(fresh("sev_"), topUp));
        }

        var first = list("limit=2").body();
        var second = list("limit=2&cursor=" + first.path("next").asLong()).body();

        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(second.path("items").path(0).path("id").asLong())
                .isLessThan(first.path("items").path(1).path("id").asLong());
        assertThat(list("limit=0").status()).isEqualTo(400);
        assertThat(list("status=NONSENSE").status()).isEqualTo(400);
    }

    @Test
    void the_desk_is_for_admins_and_finance_only() {
        deliver(paid(event, topUp));
        long id = idOf(event);

        assertThat(desk(id, Role.ADMIN).status()).isEqualTo(200);
        assertThat(desk(id, Role.FINANCE).status()).isEqualTo(200);
        assertThat(desk(id, Role.SUPERVISOR).status()).isEqualTo(403);
        assertThat(desk(id, Role.MEMBER).status()).isEqualTo(403);
        assertThat(desk(0, Role.ADMIN).code()).isEqualTo("PAYMENT_EVENT_UNKNOWN");
    }
}
