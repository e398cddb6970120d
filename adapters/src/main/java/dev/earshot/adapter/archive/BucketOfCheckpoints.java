package dev.earshot.adapter.archive;

import dev.earshot.platform.archive.CheckpointArchive;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Keeps checkpoints in a bucket, for whichever side audits the log. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "audit.archive.store", havingValue = "s3")
@EnableConfigurationProperties(BucketSettings.class)
public class BucketOfCheckpoints {
    @Bean
    S3Client s3(BucketSettings settings) {
        settings.checkComplete();
        S3ClientBuilder s3 = S3Client.builder()
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .credentialsProvider(credentials(settings))
                // Chunks that are signed one by one, and the SDK's checksums behind them, are not for every store. What
                // is put here is small, is signed as a whole, and carries its checksum (BucketGateway).
                .serviceConfiguration(store -> store.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.attemptTimeout())
                        .socketTimeout(settings.attemptTimeout()))
                .overrideConfiguration(calls -> calls.addExecutionInterceptor(new NoExpectation())
                        .apiCallAttemptTimeout(settings.attemptTimeout())
                        .apiCallTimeout(settings.timeout())
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(settings.attempts())
                                .build()));
        if (!settings.endpoint().isBlank()) {
            s3.endpointOverride(URI.create(settings.endpoint()));
        }
        return s3.build();
    }

    @Bean
    CheckpointArchive bucketArchive(S3Client s3, BucketSettings settings, Clock clock) {
        BucketGateway bucket = new BucketGateway(s3, settings, clock);
        if (settings.probe()) {
            new BucketProbe(bucket, settings).check();
        }
        return new BucketArchive(bucket, settings.place());
    }

    private static AwsCredentialsProvider credentials(BucketSettings settings) {
        return settings.accessKeyId().isBlank()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKeyId(), settings.secretAccessKey()));
    }
}
