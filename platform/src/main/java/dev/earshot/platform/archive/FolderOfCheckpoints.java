package dev.earshot.platform.archive;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Keeps checkpoints in a folder, unless the settings name another store. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "audit.archive.store", havingValue = "folder", matchIfMissing = true)
class FolderOfCheckpoints {
    @Bean
    CheckpointArchive folderArchive(ArchiveSettings settings, Environment process) {
        return new FolderArchive(settings.folderOf(process));
    }
}
