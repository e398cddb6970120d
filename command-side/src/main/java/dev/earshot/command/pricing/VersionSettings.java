package dev.earshot.command.pricing;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.platform.web.Digests;
import jakarta.validation.constraints.Min;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Which monetization versions new accounts are put on. The same account would always be put on the same version under the
 * same weights; changing them moves nobody who is registered.
 *
 * @param weights how many parts of the new accounts each version gets; all of them pay per minute if none are given
 */
@Validated
@ConfigurationProperties("versions")
public record VersionSettings(Map<PlanVersion, @Min(0) Integer> weights) {
    private static final Map<PlanVersion, Integer> PAY_PER_MINUTE = Map.of(PlanVersion.PAY_PER_MINUTE, 1);

    public VersionSettings {
        weights = new EnumMap<>(weights == null || weights.isEmpty() ? PAY_PER_MINUTE : weights);
        if (weights.values().stream().noneMatch(weight -> weight > 0)) {
            throw new IllegalArgumentException("versions.weights: at least one version needs a weight above 0");
        }
    }

    /** The version of this new account. */
    public PlanVersion of(AccountId account) {
        long parts = weights.values().stream().mapToLong(Integer::longValue).sum();
        long part = digest(account).mod(BigInteger.valueOf(parts)).longValue();
        for (var weighted : weights.entrySet()) {
            part -= weighted.getValue();
            if (part < 0) {
                return weighted.getKey();
            }
        }
        throw new IllegalStateException("the parts of " + weights + " do not add up");
    }

    private static BigInteger digest(AccountId account) {
        return new BigInteger(1, Digests.sha256().digest(account.value().getBytes(StandardCharsets.UTF_8)));
    }
}
