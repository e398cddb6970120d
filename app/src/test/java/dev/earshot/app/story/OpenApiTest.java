package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contract is committed: a change of the API is a change of {@code docs/openapi.json} that somebody reviews. To write
 * it anew: {@code ./mvnw -q -pl app -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.write}.
 */
class OpenApiTest {
    private static final Path COMMITTED = Path.of("../docs/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void the_committed_contract_is_the_one_in_force() throws IOException {
        JsonNode inForce = contract();
        if (System.getProperty("openapi.write") != null) {
            Files.writeString(COMMITTED, JSON.writeValueAsString(inForce) + "\n");
        }

        assertThat(JSON.readTree(Files.readString(COMMITTED))).isEqualTo(inForce);
    }

    @Test
    void every_operation_says_in_a_line_what_it_does() {
        assertThat(contract().path("paths").properties())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path.getValue().properties())
                        .as(path.getKey())
                        .allSatisfy(operation -> assertThat(
                                        operation.getValue().path("summary").asString(""))
                                .as(operation.getKey())
                                .isNotBlank()));
    }

    /** Everything but the address of this very server. */
    private static JsonNode contract() {
        ObjectNode contract =
                (ObjectNode) Market.api().anonymous().get("/v3/api-docs").ok().json();
        contract.remove("servers");
        return contract;
    }
}
