package dev.earshot.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EmbeddedDatabaseTest {
    @TempDir
    private Path data;

    private final ApplicationContextRunner process =
            new ApplicationContextRunner().withUserConfiguration(EmbeddedDatabase.class);

    @Test
    void in_production_the_missing_setting_is_told_by_its_name() {
        process.withPropertyValues("spring.profiles.active=prod", "earshot.data=" + data)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("spring.datasource.url is missing"));
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void another_database_takes_its_place() {
        process.withPropertyValues(
                        "spring.profiles.active=dev",
                        "earshot.data=" + data,
                        "spring.datasource.url=jdbc:postgresql://elsewhere/earshot")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Postgres.class));
        assertThat(data).isEmptyDirectory();
    }
}
