package dev.earshot.adapter.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Three requests to one bucket, by keys without the prefix. What fails for good is an {@link SdkException}. */
final class BucketGateway {
    private static final int IT_IS_THERE = 412;
    private static final int SOMEBODY_IS_PUTTING_IT = 409;

    private final S3Client s3;
    private final BucketSettings settings;
    private final Clock clock;

    BucketGateway(S3Client s3, BucketSettings settings, Clock clock) {
        this.s3 = s3;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Puts it where nothing is, with its checksum, so that it arrives as a whole or not at all.
     *
     * @return false if something is there: perhaps the same, put by a try whose answer got lost
     */
    boolean putFirst(String key, byte[] content) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(settings.bucket())
                .key(settings.prefix() + key)
                .ifNoneMatch("*")
                .contentType("application/octet-stream")
                // Every store knows this checksum, and where objects are locked some checksum is demanded.
                .contentMD5(checksum(content));
        if (settings.lock() != BucketSettings.Lock.NONE) {
            request.objectLockMode(ObjectLockMode.fromValue(settings.lock().name()))
                    .objectLockRetainUntilDate(clock.instant().plus(settings.retention()));
        }
        try {
            s3.putObject(request.build(), RequestBody.fromBytes(content));
            return true;
        } catch (S3Exception refused) {
            if (refused.statusCode() == IT_IS_THERE || refused.statusCode() == SOMEBODY_IS_PUTTING_IT) {
                return false;
            }
            throw refused;
        }
    }

    Optional<byte[]> get(String key) {
        try {
            return Optional.of(s3.getObjectAsBytes(
                            request -> request.bucket(settings.bucket()).key(settings.prefix() + key))
                    .asByteArray());
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    List<String> keys() {
        return s3
                .listObjectsV2Paginator(
                        request -> request.bucket(settings.bucket()).prefix(settings.prefix()))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(key -> key.substring(settings.prefix().length()))
                .toList();
    }

    private static String checksum(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
