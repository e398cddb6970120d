package dev.earshot.platform.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.springframework.core.env.Environment;

/** Secrets made on this machine and kept in files that only this user can read. */
public final class SecretFolder {
    static final int BYTES = 32;

    private final Path folder;

    private SecretFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder beside the data that {@code earshot.data} names. */
    public static SecretFolder of(Environment settings) {
        return new SecretFolder(Path.of(settings.getProperty("earshot.data", "./data"), "secrets"));
    }

    /** The secret of this name; made at the first question, the same ever after. */
    public byte[] remembered(String name) {
        try {
            Path file = folder.resolve(name);
            if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                make(file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep secrets in " + folder.toAbsolutePath(), e);
        }
    }

    private void make(Path file) throws IOException {
        Files.createDirectories(folder, onlyOwner("rwx------"));
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        // Written aside and moved, so that a crash or a second process never leaves half a secret behind.
        Path draft = Files.createTempFile(folder, "new", "", onlyOwner("rw-------"));
        Files.write(draft, secret, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException somebodyWasFaster) {
            // Theirs counts.
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
