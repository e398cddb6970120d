package dev.earshot.command.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.pricing.PlanVersion;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VersionSettingsTest {
    @Test
    void without_weights_everybody_pays_by_the_minute() {
        assertThat(split(new VersionSettings(null), 1_000))
                .containsExactly(Map.entry(PlanVersion.PAY_PER_MINUTE, 1_000L));
    }

    @Test
    void accounts_are_split_by_the_weights_and_always_alike() {
        var settings = new VersionSettings(
                Map.of(PlanVersion.PAY_PER_MINUTE, 5, PlanVersion.TOKENS, 0, PlanVersion.MOMENTS, 3));

        var split = split(settings, 8_000);

        assertThat(split).doesNotContainKey(PlanVersion.TOKENS).isEqualTo(split(settings, 8_000));
        assertThat(split.get(PlanVersion.PAY_PER_MINUTE)).isBetween(4_800L, 5_200L);
        assertThat(split.get(PlanVersion.MOMENTS)).isBetween(2_800L, 3_200L);
    }

    @Test
    void somebody_must_get_some_version() {
        assertThatThrownBy(() -> new VersionSettings(Map.of(PlanVersion.TOKENS, 0)))
                .hasMessageContaining("versions.weights");
    }

    private static Map<PlanVersion, Long> split(VersionSettings settings, int accounts) {
        return IntStream.range(0, accounts)
                .mapToObj(number -> settings.of(new AccountId("acc_" + number)))
                .collect(Collectors.groupingBy(version -> version, Collectors.counting()));
    }
}
