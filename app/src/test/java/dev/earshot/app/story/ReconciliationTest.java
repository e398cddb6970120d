package dev.earshot.app.story;

import static dev.earshot.app.story.Market.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Person;
import dev.earshot.query.person.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The whole way of a report: from the network's own books, through ours, to what finance makes of a difference. */
@Isolated // Payments of other stories come and go while the books are compared.
class ReconciliationTest {
    private static final String REPORTS = "/v1/reconciliation/reports";
    private static final String CSV = "?provider=sandbox&format=csv";

    private final Person finance = Market.somebody("finance");

    @Test
    void the_networks_own_report_agrees_and_a_changed_one_is_a_break_until_it_is_put_right_or_resolved() {
        var member = Market.memberWith(4_321);
        String note = "A cent is lost, says " + UUID.randomUUID();
        String report = downloaded();
        String payment = paymentOf(report, "43.21");

        JsonNode agreed = compared(uploaded(report));
        assertThat(breaks(payment)).isEmpty();
        assertThat(agreed.path("lines").asLong()).isEqualTo(report.lines().count() - 1);

        String changed = report.replace("43.21,0.00,43.21", "43.20,0.00,43.20");
        compared(uploaded(changed));
        JsonNode found = eventually()
                .until(() -> breaks(payment), told -> !told.isEmpty())
                .get(0);
        assertThat(found.path("kind").asString()).isEqualTo("AMOUNT");
        assertThat(found.at("/told/amount").asLong()).isEqualTo(4_320);
        assertThat(found.at("/known/amount").asLong()).isEqualTo(4_321);
        String id = found.path("breakId").asString();
        assertThat(finance.get("/v1/reconciliation/breaks/" + id)
                        .at("history.0.what")
                        .asString())
                .isEqualTo("FOUND");

        compared(uploaded(report + "\r\n")); // The same lines in another file, later: the latest counts.
        eventually().until(() -> state(id).equals("CLOSED"));
        assertThat(resolve(id, "too late").code()).isEqualTo("BREAK_CLOSED");

        compared(uploaded(changed.replace("43.20,0.00,43.20", "43.19,0.00,43.19")));
        eventually().until(() -> state(id).equals("OPEN"));
        assertThat(resolve(id, note).status()).isEqualTo(204);
        assertThat(resolve(id, note).status()).isEqualTo(204);
        assertThat(resolve(id, "two cents are lost").code()).isEqualTo("BREAK_RESOLVED");
        eventually().until(() -> state(id).equals("RESOLVED"));
        Answer detail = finance.get("/v1/reconciliation/breaks/" + id);
        assertThat(detail.at("history").findValuesAsString("what"))
                .containsExactly("FOUND", "CLOSED", "FOUND", "RESOLVED");
        assertThat(detail.at("evidence").findValuesAsString("side")).contains("US", "THEM");
        assertThat(detail.at("history.3.note").asString()).isEqualTo(note);
        assertThat(detail.text("found.note")).isEqualTo(note);
        assertThat(new WholeDatabase(Running.inside(JdbcTemplate.class)).tablesWith(note))
                .as("what is noted about a member's payment stands nowhere in clear")
                .isEmpty();
        assertThat(member.person().get("/v1/reconciliation/breaks").status()).isEqualTo(403);
        eventually()
                .until(() -> member.person()
                        .get("/v1/me/export")
                        .ok()
                        .at("texts")
                        .toString()
                        .contains(note));

        member.person()
                .send("DELETE", "/v1/me", "{\"forfeit\": true}", Map.of())
                .ok();
        eventually()
                .until(() -> finance.get("/v1/reconciliation/breaks/" + id)
                        .text("found.note")
                        .equals(Texts.ERASED));
    }

    @Test
    void the_same_file_is_the_same_report_and_may_be_compared_again() {
        Market.memberWith(1_000);
        String report = downloaded();

        String first = uploaded(report);
        String second = uploaded(report);

        assertThat(second).isEqualTo(first);
        compared(first);
        assertThat(finance.post(first + "/comparisons", Map.of()).status()).isEqualTo(202);
        compared(first);
    }

    @Test
    void what_is_no_report_is_refused_by_name_and_leaves_nothing() {
        String header = "line_id,created_utc,movement,reference,name,currency,amount,fee,net\n";
        String line = "l1,2026-03-01T10:00:00Z,PAYMENT,sbx_1,sbx_1,USD,1.00,0.00,1.00\n";

        assertThat(refused(header.replace(",net", "") + "")).isEqualTo("REPORT_COLUMN_MISSING");
        assertThat(refused(header.replace("net", "net,color"))).isEqualTo("REPORT_COLUMN_UNKNOWN");
        assertThat(refused(header + line.replace("1.00", "1.001"))).isEqualTo("REPORT_AMOUNT_WRONG");
        assertThat(refused(header + line.replace("USD", "QQQ"))).isEqualTo("REPORT_CURRENCY_WRONG");
        assertThat(refused(header + line.replace("2026-03-01T", "yesterday "))).isEqualTo("REPORT_TIME_WRONG");
        assertThat(refused(header + line + line)).isEqualTo("REPORT_LINE_REPEATED");
        assertThat(refused(header)).isEqualTo("REPORT_WINDOW_MISSING");
        assertThat(refused(header + line + "l2\n")).isEqualTo("REPORT_MALFORMED");
        assertThat(upload("?provider=sandbox&format=xls", header + line).code()).isEqualTo("REPORT_FORMAT_UNKNOWN");
        assertThat(finance.post("/v1/reconciliation/pulls", pull("stripe")).code())
                .isEqualTo("REPORT_NOT_LISTED");
        assertThat(finance.get("/v1/reconciliation/breaks/brk_nothing").code()).isEqualTo("BREAK_UNKNOWN");
        assertThat(finance.get(REPORTS + "/rep_nothing").code()).isEqualTo("REPORT_UNKNOWN");
    }

    @Test
    void a_report_about_somebody_else_is_set_aside_as_a_whole() {
        String header = "line_id,created_utc,movement,reference,name,currency,amount,fee,net\n";
        String lines = IntStream.rangeClosed(1, 1_500)
                .mapToObj(
                        i -> "x" + i + ",2020-01-01T10:00:00Z,PAYMENT,sbx_x" + i + ",sbx_x" + i + ",USD,1.00,0.00,1.00")
                .collect(Collectors.joining("\n"));

        JsonNode aside = compared(uploaded(header + lines + "\n"));

        assertThat(aside.path("state").asString()).isEqualTo("SET_ASIDE");
        assertThat(aside.at("/tally/breaks/0/kind").asString()).isEqualTo("MISSING_HERE");
        assertThat(aside.at("/tally/breaks/0/number").asLong()).isEqualTo(1_500);
        assertThat(breaks("sbx_x7")).isEmpty();
    }

    @Test
    void the_network_can_be_asked_for_its_books() {
        Market.memberWith(2_000);

        Answer asked = finance.post("/v1/reconciliation/pulls", pull("sandbox")).ok();

        JsonNode report = compared(asked.headers().firstValue("Location").orElseThrow());
        assertThat(report.path("state").asString()).isEqualTo("COMPARED");
        assertThat(report.path("lines").asLong()).isPositive();
    }

    private static Map<String, String> pull(String provider) {
        return Map.of(
                "provider",
                provider,
                "from",
                "2020-01-01T00:00:00Z",
                "until",
                Instant.now().toString());
    }

    private String downloaded() {
        return finance.get("/v1/reconciliation/sandbox/report").ok().text();
    }

    private String uploaded(String report) {
        return upload(CSV, report).ok().headers().firstValue("Location").orElseThrow();
    }

    private String refused(String report) {
        Answer answer = upload(CSV, report);
        assertThat(answer.status()).isEqualTo(422);
        return answer.code();
    }

    private Answer upload(String query, String report) {
        return finance.send("POST", REPORTS + query, report, Map.of("Content-Type", "text/csv"));
    }

    /** The report at this place, once it has been compared. */
    private JsonNode compared(String location) {
        eventually().until(() -> {
            JsonNode report = finance.get(location).ok().json();
            return report.has("comparedAt") && !report.path("state").asString().equals("RECEIVED");
        });
        return finance.get(location).json();
    }

    private List<JsonNode> breaks(String reference) {
        return finance.get("/v1/reconciliation/breaks?limit=200")
                .ok()
                .at("items")
                .valueStream()
                .filter(found -> found.path("reference").asString().equals(reference))
                .toList();
    }

    private String state(String breakId) {
        return finance.get("/v1/reconciliation/breaks/" + breakId).ok().text("found.state");
    }

    private Answer resolve(String breakId, String note) {
        return finance.put(
                "/v1/reconciliation/breaks/" + breakId + "/resolution", Map.of("reason", "WRITTEN_OFF", "note", note));
    }

    private static String paymentOf(String report, String amount) {
        return report.lines()
                .filter(line -> line.contains("," + amount + ",0.00," + amount))
                .map(line -> line.split(",")[3])
                .findFirst()
                .orElseThrow();
    }
}
