package dev.earshot.platform.archive;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Where the checkpoints of the log are kept outside the database.
 *
 * @param store {@code folder}, or {@code s3} for any bucket that speaks S3
 * @param folder the folder; empty for {@code checkpoints} in the data folder. It proves most on another machine's disk
 */
@ConfigurationProperties("audit.archive")
record ArchiveSettings(
        @DefaultValue("FOLDER") Store store,
        @DefaultValue("") String folder) {
    enum Store {
        FOLDER,
        S3
    }

    Path folderOf(Environment process) {
        return folder.isBlank()
                ? Path.of(process.getProperty("earshot.data", "./data"), "checkpoints")
                : Path.of(folder);
    }
}
