package dev.earshot.adapter.archive;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.adapter.archive.BucketSettings.Lock;
import dev.earshot.platform.start.CannotStart;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever starts it with a bucket that is none is told which setting it is and what to write there. */
class BucketSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"s3://earshot-checkpoints", "earshot/checkpoints", "ear shot", "ab", "-earshot", "ear?shot"})
    void what_is_no_name_of_a_bucket_is_refused_with_what_to_do(String bucket) {
        assertThatThrownBy(() -> bucket(bucket, "").checkComplete())
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll(
                        "audit.archive.s3.bucket", bucket, "without s3://", "audit.archive.store=folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void a_missing_bucket_is_named(String bucket) {
        assertThatThrownBy(() -> bucket(bucket, "").checkComplete())
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("audit.archive.s3.bucket is missing", "audit.archive.store=folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"storage.example.com", "//storage.example.com", "ftp://storage.example.com", "http://", "a b"})
    void an_endpoint_that_is_no_address_is_named(String endpoint) {
        assertThatThrownBy(() -> bucket("earshot", endpoint).checkComplete())
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("audit.archive.s3.endpoint", endpoint);
    }

    @ParameterizedTest
    @CsvSource({
        "earshot-checkpoints, ''",
        "Old_Bucket.of.2009, ''",
        "arn:aws:s3:eu-central-1:123456789012:accesspoint/audit, ''",
        "abc, https://storage.example.com",
        "abc, http://127.0.0.1:9000"
    })
    void names_that_some_store_allows_are_taken(String bucket, String endpoint) {
        assertThatCode(() -> bucket(bucket, endpoint).checkComplete()).doesNotThrowAnyException();
    }

    private static BucketSettings bucket(String name, String endpoint) {
        var second = Duration.ofSeconds(1);
        return new BucketSettings(
                name, "checkpoints/", "us-east-1", endpoint, false, "", "", 1, second, second, true, Lock.NONE, second);
    }
}
