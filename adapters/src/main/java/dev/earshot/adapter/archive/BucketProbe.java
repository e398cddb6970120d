package dev.earshot.adapter.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.platform.start.CannotStart;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Finds out at the start whether the bucket takes checkpoints, and takes each name once only: some stores overlook the
 * condition. What it puts stays there, beside the checkpoints and under a name that none of them has.
 */
final class BucketProbe {
    static final String KEY = ".probe";
    private static final Logger LOG = LoggerFactory.getLogger(BucketProbe.class);

    private final BucketGateway bucket;
    private final BucketSettings settings;

    BucketProbe(BucketGateway bucket, BucketSettings settings) {
        this.bucket = bucket;
        this.settings = settings;
    }

    /** A refusal stops the start. An outage does not: calls go on without a checkpoint, which are made up for later. */
    void check() {
        try {
            byte[] content = "Earshot was here.\n".getBytes(UTF_8);
            if (bucket.putFirst(KEY, content) && bucket.putFirst(KEY, content)) {
                throw new CannotStart(
                        "The store of " + settings + " puts objects over others although asked not to (If-None-Match).",
                        "Choose another store, or audit.archive.store=folder: what can be overwritten proves nothing.");
            }
            bucket.keys();
        } catch (SdkException failure) {
            if (!isAnOutage(failure)) {
                throw refused(failure);
            }
            LOG.error("The bucket {} cannot be reached: {}", settings, failure.getMessage());
        }
    }

    private CannotStart refused(SdkException cause) {
        CannotStart told = new CannotStart(
                "The bucket " + settings + " does not take checkpoints: " + cause.getMessage(),
                "See to audit.archive.s3.* (bucket, region, endpoint, path-style, keys, lock) and to what the keys may"
                        + " do (list, get, put, and with a lock put retention), or choose audit.archive.store=folder.");
        told.initCause(cause);
        return told;
    }

    private static boolean isAnOutage(SdkException failure) {
        return failure instanceof AwsServiceException answer
                ? answer.statusCode() >= 500 || answer.isThrottlingException()
                : failure instanceof ApiCallTimeoutException
                        || failure instanceof ApiCallAttemptTimeoutException
                        || failure.getCause() instanceof IOException;
    }
}
