package dev.earshot.query.audit.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.platform.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KeysTest {
    private static final String SECRET =
            "earshot.secrets.audit-signing-key=" + Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path data;

    private final ApplicationContextRunner process = new ApplicationContextRunner()
            .withUserConfiguration(Keys.class, Secrets.class, Settings.class)
            .withPropertyValues("axon.axonserver.enabled=false", "spring.profiles.active=prod");

    @Test
    void in_production_a_missing_key_stops_the_start_by_the_name_of_its_setting() {
        process.withPropertyValues("earshot.data=" + data)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("earshot.secrets.audit-signing-key is missing"));
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void signatures_of_former_keys_count_beside_those_of_the_one_in_use() throws IOException {
        byte[] before = new byte[32];
        before[0] = 1;
        SigningKey former = SigningKey.of(before);
        Path file =
                Files.writeString(data.resolve("former.pem"), former.verifying().pem());
        process.withPropertyValues(SECRET, "audit.public-key=" + file).run(context -> {
            SigningKey current = context.getBean(SigningKey.class);
            assertThat(context.getBean(Keyring.class).all()).containsExactly(current.verifying(), former.verifying());
        });
    }

    @Test
    void where_axon_server_keeps_the_log_there_is_nothing_to_sign() {
        process.withPropertyValues("axon.axonserver.enabled=true")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SigningKey.class));
    }

    @EnableConfigurationProperties(KeySettings.class)
    static final class Settings {}
}
