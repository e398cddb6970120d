package dev.earshot.adapter.archive;

import dev.earshot.platform.start.CannotStart;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bucket, while {@code audit.archive.store=s3}. Keys belong into the environment: AUDIT_ARCHIVE_S3_ACCESSKEYID and
 * AUDIT_ARCHIVE_S3_SECRETACCESSKEY. They need to list the bucket, to read objects and to put them, with retention if there
 * shall be one; it is best if they may not delete.
 *
 * @param bucket its name
 * @param prefix what the keys of all checkpoints begin with
 * @param region its region; of stores that have none, any
 * @param endpoint where a store that is not Amazon's is, such as {@code https://storage.example.com}
 * @param pathStyle whether the bucket's name stands in the path instead of the host, as most other stores want it
 * @param accessKeyId by default whatever the SDK finds: environment, system properties, profile, container, machine
 * @param attempts how often something is tried before it has failed
 * @param attemptTimeout how long one try may last
 * @param timeout how long all tries together may last
 * @param probe whether it is tried at the start that the bucket takes checkpoints; whoever may only read does without
 * @param lock whether checkpoints are locked against deletion, and against whom; the bucket needs Object Lock
 * @param retention how long they are locked; COMPLIANCE cannot be shortened by anybody
 */
@Validated
@ConfigurationProperties("audit.archive.s3")
record BucketSettings(
        @DefaultValue("") String bucket,
        @DefaultValue("checkpoints/") String prefix,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String endpoint,
        @DefaultValue("false") boolean pathStyle,
        @DefaultValue("") String accessKeyId,
        @DefaultValue("") String secretAccessKey,
        @Min(1) @Max(10) @DefaultValue("4") int attempts,
        @NotNull @DefaultValue("5s") Duration attemptTimeout,
        @NotNull @DefaultValue("20s") Duration timeout,
        @DefaultValue("true") boolean probe,
        @NotNull @DefaultValue("NONE") Lock lock,
        @NotNull @DefaultValue("365d") Duration retention) {
    enum Lock {
        NONE,
        GOVERNANCE,
        COMPLIANCE
    }

    void checkComplete() {
        require(!bucket.isBlank(), "The setting audit.archive.s3.bucket is missing.");
        if (!isName(bucket)) {
            throw new CannotStart(
                    "audit.archive.s3.bucket is no name of a bucket: " + bucket,
                    "Give the bare name, such as earshot-checkpoints, without s3:// and without a path (that is"
                            + " audit.archive.s3.prefix), or choose audit.archive.store=folder.");
        }
        require(
                accessKeyId.isBlank() == secretAccessKey.isBlank(),
                "Of audit.archive.s3.access-key-id and secret-access-key one is missing.");
        require(endpoint.isBlank() || isWeb(endpoint), "audit.archive.s3.endpoint is no http address: " + endpoint);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new CannotStart(otherwise, "Set it, or choose audit.archive.store=folder.");
        }
    }

    /** Older buckets and other stores allow more than Amazon does today; access points are named by ARN. */
    private static boolean isName(String bucket) {
        return bucket.matches("[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]") || bucket.startsWith("arn:");
    }

    private static boolean isWeb(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException notEven) {
            return false;
        }
    }

    /** How it is called in messages. */
    String place() {
        return "s3://" + bucket + "/" + prefix;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return place() + (endpoint.isBlank() ? " in " + region : " at " + endpoint);
    }
}
