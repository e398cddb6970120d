package dev.earshot.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class SecretsTest {
    @TempDir
    private Path data;

    private final MockEnvironment settings = new MockEnvironment();

    @BeforeEach
    void develop() {
        settings.setActiveProfiles("dev");
    }

    @Test
    void a_setting_wins() {
        byte[] secret = new byte[32];
        settings.setProperty("earshot.secrets.jwt", Base64.getEncoder().encodeToString(secret));
        assertThat(secrets().get("jwt")).isEqualTo(secret);
        assertThat(data.resolve("secrets")).doesNotExist();
    }

    @Test
    void a_developers_machine_makes_its_own_once_and_only_its_user_can_read_it() throws IOException {
        byte[] made = secrets().get("jwt");
        assertThat(made).hasSize(32).isNotEqualTo(secrets().get("pepper"));
        assertThat(secrets().get("jwt")).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(data.resolve("secrets").resolve("jwt")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(data.resolve("secrets")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void in_production_a_missing_one_is_told_by_the_name_of_its_setting() {
        settings.setActiveProfiles("prod");
        assertThatThrownBy(() -> secrets().get("jwt")).hasMessageContaining("earshot.secrets.jwt is missing");
        assertThat(data.resolve("secrets")).doesNotExist();
    }

    @Test
    void a_weak_one_is_refused() {
        settings.setProperty("earshot.secrets.jwt", "c2hvcnQ=");
        assertThatThrownBy(() -> secrets().get("jwt")).hasMessageContaining("earshot.secrets.jwt is too short");
        settings.setProperty("earshot.secrets.jwt", "not base64!");
        assertThatThrownBy(() -> secrets().get("jwt")).hasMessageContaining("earshot.secrets.jwt is not base64");
    }

    private Secrets secrets() {
        settings.setProperty("earshot.data", data.toString());
        return new Secrets(settings);
    }
}
