package dev.earshot.platform.archive;

import java.util.List;
import java.util.Optional;

/**
 * Where checkpoints of the log are kept outside the database. Nothing in it is ever changed or removed by Earshot. Whoever may change the
 * database should not be able to change what is kept here.
 *
 * <p>Names are of small letters, digits, dots, dashes and underscores. A place that cannot be reached answers with an
 * {@link java.io.UncheckedIOException}, within a time-out of its own.
 */
public interface CheckpointArchive {
    /**
     * Keeps this content under this name, durably when it returns. Keeping the same again is harmless.
     *
     * @throws ArchiveConflict if other content is kept under this name already
     */
    void keep(String name, byte[] content);

    /** What is kept under this name, byte for byte. */
    Optional<byte[]> read(String name);

    /** All names in their natural order. */
    List<String> names();
}
