package dev.earshot.platform.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder with a file for each checkpoint. */
final class FolderArchive implements CheckpointArchive {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,119}");
    /** No name begins with a dot, so what a crash leaves behind is never taken for a checkpoint. */
    private static final String DRAFT = ".draft";

    private final Path folder;

    FolderArchive(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public void keep(String name, byte[] content) {
        Path file = fileOf(name);
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, DRAFT, "");
            try {
                Files.write(draft, content, StandardOpenOption.SYNC);
                // A link, unlike a move, never replaces what is there.
                Files.createLink(file, draft);
                writeDown(folder);
            } catch (FileAlreadyExistsException kept) {
                if (!Arrays.equals(content, Files.readAllBytes(file))) {
                    throw new ArchiveConflict(name, folder.toString());
                }
            } finally {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep " + name + " in " + folder, e);
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(fileOf(name)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " in " + folder, e);
        }
    }

    @Override
    public List<String> names() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(NAME.asMatchPredicate())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    private Path fileOf(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name for a file: " + name);
        }
        return folder.resolve(name);
    }

    /** The file's name is in the folder, and the folder has to reach the disk too. Windows has no such thing. */
    private static void writeDown(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel itself = FileChannel.open(folder, StandardOpenOption.READ)) {
                itself.force(true);
            }
        }
    }
}
