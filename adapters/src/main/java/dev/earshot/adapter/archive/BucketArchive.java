package dev.earshot.adapter.archive;

import dev.earshot.platform.archive.ArchiveConflict;
import dev.earshot.platform.archive.CheckpointArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;

/** A bucket with an object for each checkpoint. */
final class BucketArchive implements CheckpointArchive {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,119}");

    private final BucketGateway bucket;
    private final String place;

    BucketArchive(BucketGateway bucket, String place) {
        this.bucket = bucket;
        this.place = place;
    }

    @Override
    public void keep(String name, byte[] content) {
        String key = keyOf(name);
        boolean isKept = reaching("keep " + name, () -> bucket.putFirst(key, content));
        if (isKept) {
            return;
        }
        byte[] there = read(name)
                .orElseThrow(
                        () -> unreachable("keep " + name, new IOException("Somebody else is putting it just now")));
        if (!Arrays.equals(content, there)) {
            throw new ArchiveConflict(name, place);
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        String key = keyOf(name);
        return reaching("read " + name, () -> bucket.get(key));
    }

    @Override
    public List<String> names() {
        return reaching(
                "list",
                () -> bucket.keys().stream()
                        .filter(NAME.asMatchPredicate())
                        .sorted()
                        .toList());
    }

    private <T> T reaching(String what, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw unreachable(what, new IOException(e));
        }
    }

    private UncheckedIOException unreachable(String what, IOException cause) {
        return new UncheckedIOException("Cannot " + what + " in " + place, cause);
    }

    private static String keyOf(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name for a checkpoint: " + name);
        }
        return name;
    }
}
