package dev.earshot.platform.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderArchiveTest {
    private static final byte[] FIRST = "first".getBytes(UTF_8);

    @TempDir
    private Path disk;

    private Path folder;
    private FolderArchive archive;

    @BeforeEach
    void beside_the_data() {
        folder = disk.resolve("checkpoints");
        archive = new FolderArchive(folder);
    }

    @Test
    void what_is_kept_is_read_byte_for_byte_and_names_are_in_order() {
        archive.keep("b-2.json", "second".getBytes(UTF_8));
        archive.keep("a-1.json", FIRST);
        assertThat(archive.read("a-1.json")).hasValue(FIRST);
        assertThat(archive.names()).containsExactly("a-1.json", "b-2.json");
        assertThat(new FolderArchive(folder).names()).hasSize(2);
    }

    @Test
    void a_folder_not_made_yet_holds_nothing() {
        assertThat(archive.names()).isEmpty();
        assertThat(archive.read("a-1.json")).isEmpty();
    }

    @Test
    void keeping_the_same_again_is_harmless_and_keeping_something_else_changes_nothing() {
        archive.keep("a-1.json", FIRST);
        archive.keep("a-1.json", FIRST);
        assertThatThrownBy(() -> archive.keep("a-1.json", "forged".getBytes(UTF_8)))
                .isInstanceOf(ArchiveConflict.class)
                .hasMessageContaining("a-1.json");
        assertThat(archive.read("a-1.json")).hasValue(FIRST);
        assertThat(folder).isDirectoryNotContaining("glob:**draft**");
    }

    @Test
    void what_a_crash_left_behind_is_no_checkpoint() throws IOException {
        archive.keep("a-1.json", FIRST);
        Files.writeString(folder.resolve(".draft123"), "ha");
        assertThat(archive.names()).containsExactly("a-1.json");
    }

    @Test
    void a_place_that_cannot_be_written_is_told() throws IOException {
        Files.writeString(folder, "a file where the folder should be");
        assertThatThrownBy(() -> archive.keep("a-1.json", FIRST)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void no_name_leads_out_of_the_folder() {
        assertThatThrownBy(() -> archive.keep("../a.json", FIRST)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> archive.read(".hidden")).isInstanceOf(IllegalArgumentException.class);
    }
}
