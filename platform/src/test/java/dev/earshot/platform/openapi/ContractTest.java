package dev.earshot.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.platform.web.WebTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContractTest extends WebTest {
    @Test
    void ids_are_strings_and_money_is_one_schema() {
        var order = contract().at("/components/schemas/Order/properties");

        assertThat(order.at("/listenerId/type").asString("")).isEqualTo("string");
        assertThat(order.at("/listenerId/pattern").asString("")).isEqualTo("^lis_[0-9A-Za-z]{1,40}$");
        assertThat(order.at("/amount/$ref").asString("")).isEqualTo("#/components/schemas/Money");
        assertThat(contract()
                        .at("/components/schemas/Money/properties/minor/format")
                        .asString(""))
                .isEqualTo("int64");
    }

    @Test
    void an_id_in_a_path_is_one_parameter_of_its_own_form() {
        var callId = contract().at("/paths/~1v1~1probe~1calls~1{callId}/get/parameters/0");

        assertThat(callId.path("name").asString("")).isEqualTo("callId");
        assertThat(callId.path("in").asString("")).isEqualTo("path");
        assertThat(callId.at("/schema/pattern").asString("")).isEqualTo("^call_[0-9A-Za-z]{1,40}$");
    }

    @Test
    void what_the_platform_itself_hands_in_is_no_parameter() {
        assertThat(contract().at("/paths/~1v1~1probe~1me/get").has("parameters"))
                .isFalse();
    }

    @Test
    void the_idempotency_key_is_required_where_the_intent_matters_and_welcome_elsewhere() {
        var insists = contract().at("/paths/~1v1~1probe~1orders/post/parameters/0");
        var accepts = contract().at("/paths/~1v1~1probe~1things~1{number}/delete/parameters/1");

        assertThat(insists.path("name").asString("")).isEqualTo("Idempotency-Key");
        assertThat(insists.path("required").asBoolean(false)).isTrue();
        assertThat(accepts.path("name").asString("")).isEqualTo("Idempotency-Key");
        assertThat(accepts.path("required").asBoolean(false)).isFalse();
    }

    @Test
    void every_endpoint_may_answer_with_a_problem_and_has_a_name_of_its_own() {
        var contract = contract();

        for (var path : contract.path("paths")) {
            for (var operation : path) {
                assertThat(operation
                                .at("/responses/default/content/application~1problem+json/schema/$ref")
                                .asString(""))
                        .isEqualTo("#/components/schemas/Problem");
            }
        }
        assertThat(contract.path("paths").findValuesAsString("operationId"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(contract.at("/components/schemas/Problem/properties").has("errors"))
                .isTrue();
    }

    @Test
    void endpoints_are_named_after_what_they_do_and_stand_with_their_neighbours() {
        var order = contract().at("/paths/~1v1~1probe~1orders/post");
        var call = contract().at("/paths/~1v1~1probe~1calls~1{callId}/get");

        assertThat(order.path("operationId").asString("")).isEqualTo("orderProbe");
        assertThat(call.path("operationId").asString("")).isEqualTo("getProbeCall");
        assertThat(order.at("/tags/0").asString("")).isEqualTo("probe");
    }

    @Test
    void the_text_names_no_host_and_is_the_same_each_time() {
        var first = api.get("/v3/api-docs").send().http().body();

        assertThat(api.get("/v3/api-docs").send().http().body()).isEqualTo(first);
        assertThat(first).doesNotContain("127.0.0.1", "localhost");
    }

    private JsonNode contract() {
        return api.get("/v3/api-docs").send().body();
    }
}
