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
import java.util.Base64;
import org.springframework.core.env.Environment;

/** Secrets made on this machine, each in a file that only this user can read, as base64 text. */
public final class SecretFolder {
    static final int BYTES = 32;

    private final Path folder;

    private SecretFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The folder beside the data that {@code earshot.data} names. */
    public static SecretFolder of(Environment settings) {
        return in(Path.of(settings.getProperty("earshot.data", "./data")));
    }

    /** The folder of secrets in this data folder. */
    public static SecretFolder in(Path data) {
        return new SecretFolder(data.resolve("secrets"));
    }

    /** The secret of this name; made at the first question, the same ever after. */
    public byte[] remembered(String name) {
        return Base64.getDecoder().decode(textOf(name));
    }

    /** The same as text, for whoever takes a word only. */
    public String textOf(String name) {
        try {
            return Files.readString(fileOf(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the secret " + name + " in " + folder, e);
        }
    }

    /** The file with the secret of this name. */
    public Path fileOf(String name) {
        Path file = folder.resolve(name);
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            try {
                make(file);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot keep secrets in " + folder, e);
            }
        }
        return file;
    }

    private void make(Path file) throws IOException {
        Files.createDirectories(folder, onlyOwner("rwx------"));
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        // Written aside and linked, so that neither a crash nor a second process leaves half a secret behind.
        Path draft = Files.createTempFile(folder, "new", "", onlyOwner("rw-------"));
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(secret) + "\n", StandardOpenOption.SYNC);
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
